import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { DelegationRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { day, isUndisclosed, type Undisclosed } from '../format';
import { empty, shown } from '../parts/states';
import { me } from '../user';
import { code, words } from '../words';
import { Deed } from './deed';
import { area, checks, input, options, reason, rows, select } from './fields';
import { done, forWhom, restored } from './outcome';
import { personName, personOptions } from './people';
import { bodyOf, type Values } from './values';

const t = words({
  delegation: 'Delegation',
  choose: 'Choose one of your party…',
  none: 'Your party has recorded no delegation.',
  others: 'This is a delegation of another party.',
  reason: 'Reason',
  reasonHint: 'Do not write names of persons into texts.',
  announcedBy: 'Announced by',
  announcedByHint: 'The office, not a person.',
  announcedAt: 'Announced at (UTC)',
  effectiveAt: 'Takes effect at (UTC)',
  head: 'Head from then on',
  kind: 'Kind of head',
  person: 'Head',
  persons: 'Joint heads',
  members: 'Members',
  level: 'Level',
  derived: 'as the rank of the head says',
  represents: 'Speaks for',
  sources: 'Sources',
  addSource: 'Add a source',
  citation: 'Citation',
  url: 'Address',
  sourceNumber: 'of source {number}',
  noPerson: 'Your party has recorded no person.',
  record: 'Record the change',
  recorded: 'Recorded: it counts from {day} on. Who it was before stays on record.',
  unchanged: 'Nothing has been recorded: so it is composed on that day already.',
  open: 'Open the delegation',
  before: 'Who it has been until now',
  nobody: 'nobody'
}, {
  delegation: 'Délégation',
  choose: 'En choisir une de votre partie…',
  none: 'Votre partie n’a enregistré aucune délégation.',
  others: 'C’est une délégation d’une autre partie.',
  reason: 'Motif',
  reasonHint: 'N’écrivez aucun nom de personne dans les textes.',
  announcedBy: 'Annoncé par',
  announcedByHint: 'Le service, non une personne.',
  announcedAt: 'Annoncé à (UTC)',
  effectiveAt: 'Prend effet à (UTC)',
  head: 'Chef à partir de là',
  kind: 'Sorte de conduite',
  person: 'Chef',
  persons: 'Chefs conjoints',
  members: 'Membres',
  level: 'Niveau',
  derived: 'selon le rang du chef',
  represents: 'Parle pour',
  sources: 'Sources',
  addSource: 'Ajouter une source',
  citation: 'Référence',
  url: 'Adresse',
  sourceNumber: 'de la source {number}',
  noPerson: 'Votre partie n’a enregistré aucune personne.',
  record: 'Enregistrer le changement',
  recorded: 'Enregistré : cela vaut à partir du {day}. Qui c’était auparavant reste enregistré.',
  unchanged: 'Rien n’a été enregistré : elle est déjà ainsi composée ce jour-là.',
  open: 'Ouvrir la délégation',
  before: 'Qui c’était jusqu’ici',
  nobody: 'personne'
});

interface Delegation {
  id: string;
  version: number;
  party: string;
  gathering: string;
  level: string | Undisclosed;
  levelBasis?: string;
  head: { kind: string; persons?: string[] };
  members: string[];
  represents?: string;
}

/** Who leads or belongs to a delegation from now on, with who it was before beside it. */
class WorkRestructure extends Deed<Delegation> {
  private readonly delegations = new Asked<Answered<Page<Delegation>, Page<DelegationRepresentation>>>(this, () => path('delegations', { party: me.party, limit: 200 }), of('delegations'), pages);
  private readonly gatherings = new Asked<Page<{ id: string; title: string }>>(this, () => path('gatherings', { limit: 200 }), of('gatherings'), pages);

  constructor() {
    super('delegations');
  }

  protected override initial(record: Delegation): Values {
    return { 'head.kind': record.head.kind, 'head.persons': record.head.persons ?? [], members: record.members, ...(record.represents ? { represents: record.represents } : {}) };
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${shown(this.delegations, page => page.items.length ? this.chooser(t('delegation'), t('choose'), page.items.map(one => ({ value: one.id, label: this.gathering(one.gathering) }))) : empty(t('none')))}
      ${this.chosen ? shown(this.record, record => this.entry(record)) : nothing}`;
  }

  private gathering(id: string): string {
    return this.gatherings.value?.items.find(one => one.id === id)?.title ?? id;
  }

  private entry(record: Delegation): TemplateResult {
    if (record.party !== me.party) return empty(t('others'));
    const { form } = this;
    return html`<div class="beside"><div><h3>${this.gathering(record.gathering)}</h3>${forWhom(me.party!)}
        ${restored(form, () => form.drop(this.initial(record), record.version))}
        ${this.show(this.fields(), t('record'))}</div>
      ${this.formerly(this.read ?? record)}</div>`;
  }

  private fields(): TemplateResult {
    const { form } = this;
    return html`${this.head()}
      ${area(form, 'reason', t('reason'), { required: true, hint: t('reasonHint') })}
      ${input(form, 'announcedBy', t('announcedBy'), { hint: t('announcedByHint') })}
      ${this.moment('announcedAt')}${this.moment('effectiveAt')}
      ${rows(form, 'sources', t('sources'), t('addSource'), (at, number) => html`${input(form, `${at}.text`, t('citation'), { hidden: t('sourceNumber', { number }) })}
        ${input(form, `${at}.url`, t('url'), { type: 'url', hidden: t('sourceNumber', { number }) })}`)}`;
  }

  private head(): TemplateResult {
    const { form } = this;
    const people = personOptions(this.people);
    const kind = form.text('head.kind');
    return html`<fieldset class="part"><legend>${t('head')}</legend>
      <div class="row">${select(form, 'head.kind', t('kind'), options(['SINGLE', 'JOINT', 'UNDISCLOSED']), { required: true })}
        ${kind === 'SINGLE' ? select(form, 'head.persons', t('person'), people, { required: true, asList: true }) : nothing}
        ${select(form, 'level', t('level'), options(['LEADER', 'MINISTERIAL', 'ENVOY', 'AMBASSADOR']), {}, t('derived'))}</div>
      ${kind === 'JOINT' ? checks(form, 'head.persons', t('persons'), people, { required: true, none: t('noPerson') }) : nothing}
      ${input(form, 'represents', t('represents'))}
      ${checks(form, 'members', t('members'), people.filter(one => !form.list('head.persons').includes(one.value)), { none: t('noPerson') })}
    </fieldset>`;
  }

  private moment(name: 'announcedAt' | 'effectiveAt'): TemplateResult {
    const { form } = this;
    return html`<div class="row">${input(form, name, t(name), { type: 'datetime-local', disabled: !!form.text(`${name}.undisclosed`) })}${reason(form, name, t(name))}</div>`;
  }

  private formerly(record: Delegation): TemplateResult {
    const people = (ids: string[] | undefined): unknown => ids?.length ? html`<ul>${ids.map(id => html`<li>${personName(this.people, id)}</li>`)}</ul>` : t('nobody');
    return html`<section class="figure" aria-labelledby="restructure-before"><h3 id="restructure-before">${t('before')}</h3><dl class="facts">
      <dt>${t('kind')}</dt><dd>${code(record.head.kind)}</dd>
      <dt>${t(record.head.kind === 'JOINT' ? 'persons' : 'person')}</dt><dd>${people(record.head.persons)}</dd>
      <dt>${t('level')}</dt><dd>${isUndisclosed(record.level) ? code(record.level.undisclosed) : code(record.level)} <span class="note">${code(record.levelBasis)}</span></dd>
      <dt>${t('members')}</dt><dd>${people(record.members)}</dd>
      ${record.represents ? html`<dt>${t('represents')}</dt><dd>${record.represents}</dd>` : nothing}
    </dl><p>${this.link(record)}</p></section>`;
  }

  private link(record: Delegation): TemplateResult {
    return html`<a href=${address.href({ panel: 'delegations', id: record.id, task: undefined })}>${t('open')}</a>`;
  }

  protected override act(): void {
    const values = { ...this.form.values };
    for (const name of ['announcedAt', 'effectiveAt']) if (values[name]) values[name] = instantOf(values[name] as string);
    if (values['head.kind'] === 'UNDISCLOSED') delete values['head.persons'];
    const heads = (values['head.persons'] ?? []) as string[];
    values.members = this.form.list('members').filter(one => !heads.includes(one));
    // An answer that is a delegation, not a restructure, says that nothing is different.
    void this.post('restructures', bodyOf(values), (record, answer) => html`${'effectiveOn' in answer ? t('recorded', { day: day(String(answer.effectiveOn)) }) : t('unchanged')} ${this.link(record)}`);
  }
}

/** What the browser gives for a moment has no seconds and no zone: it is UTC, as the label says. */
function instantOf(local: string): string {
  return `${local.length === 16 ? `${local}:00` : local}Z`;
}

customElements.define('work-restructure', WorkRestructure);
