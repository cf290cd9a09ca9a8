import { html, nothing, type TemplateResult } from 'lit';
import type { Answered } from '../answered';
import { path } from '../api';
import type { RestructureRepresentation } from '../api-types';
import { Asked, of } from '../asked';
import { levelOf, type Composition, type Delegation, type Restructure } from '../delegation';
import { day, instant, isUndisclosed, plusDays, quantity, type Undisclosed } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { code, words } from '../words';
import { said, sourceList } from './person';
import { shown } from './states';

const t = words({
  before: 'Announced, until {day}',
  after: 'Counts from {day}',
  level: 'Level',
  basis: '({basis})',
  head: 'Head',
  members: 'Members',
  none: 'none named',
  represents: 'Speaks for',
  reason: 'Reason given',
  by: 'Announced by',
  announced: 'Announced at',
  effective: 'Took effect at',
  notice: 'Notice',
  recorded: 'Recorded at',
  change: 'Level after',
  EFFECTIVE: 'It counts from the moment that the source gives.',
  ANNOUNCED: 'When it took effect is not published: it counts from the day on which it was announced.',
  GATHERING: 'Neither the announcement nor the moment of effect has a published day: it counts from the first day of the gathering.',
  notPublished: 'Not published: {what}.',
  corrected: 'This entry was corrected later.',
  stays: 'The earlier composition stays on record. What a person did with authority before keeps its worth.',
  sources: 'Sources',
  party: '{party}: {from}, then {to}'
}, {
  before: 'Annoncée, jusqu’au {day}',
  after: 'Compte à partir du {day}',
  level: 'Niveau',
  basis: '({basis})',
  head: 'Chef',
  members: 'Membres',
  none: 'aucun nommé',
  represents: 'Parle pour',
  reason: 'Motif donné',
  by: 'Annoncé par',
  announced: 'Annoncé le',
  effective: 'A pris effet le',
  notice: 'Préavis',
  recorded: 'Enregistré le',
  change: 'Niveau ensuite',
  EFFECTIVE: 'Elle compte à partir du moment que donne la source.',
  ANNOUNCED: 'La date d’effet n’est pas publiée : elle compte à partir du jour de l’annonce.',
  GATHERING: 'Ni l’annonce ni la prise d’effet n’ont de date publiée : elle compte à partir du premier jour de la rencontre.',
  notPublished: 'Non publié : {what}.',
  corrected: 'Cette inscription a été corrigée ensuite.',
  stays: 'La composition antérieure reste inscrite. Ce qu’une personne a fait avec pouvoir auparavant garde sa valeur.',
  sources: 'Sources',
  party: '{party} : {from}, puis {to}'
});

/** How one delegation changed: who was announced and who counts from the day, beside each other, and what is not published about it. */
class Restructures extends Part {
  static override properties = { delegation: {} };
  declare delegation: Delegation;

  private readonly asked = new Asked<Answered<{ items: Restructure[] }, { items?: RestructureRepresentation[] }>>(this, () => path(`delegations/${this.delegation.id}/restructures`, { knownAt: scope().known }), of('delegations'));

  protected override render(): TemplateResult {
    return shown(this.asked, page => html`${page.items.map(one => this.show(one))}`);
  }

  private show(one: Restructure): TemplateResult {
    const title = t('party', { party: names.of(this.delegation.party), from: code(levelOf(one.from.level)), to: code(levelOf(one.to.level)) });
    return html`<article class="restructure" data-restructure=${one.id}>
      <h3>${title}</h3>
      <div class="before-after">
        ${composition(t('before', { day: day(plusDays(one.effectiveOn, -1)) }), one.from, 'before')}
        <span class="arrow" aria-hidden="true">→</span>
        ${composition(t('after', { day: day(one.effectiveOn) }), one.to, 'after')}
      </div>
      <p>${t(one.effectiveBasis as 'EFFECTIVE')} ${one.correctedBy ? t('corrected') : nothing}</p>
      <dl class="facts">
        ${one.reason ? html`<dt>${t('reason')}</dt><dd lang="en">${one.reason}</dd>` : nothing}
        ${one.announcedBy ? html`<dt>${t('by')}</dt><dd lang="en">${one.announcedBy}</dd>` : nothing}
        <dt>${t('change')}</dt><dd>${code(one.levelChange)}</dd>
        ${fact(t('announced'), one.announcedAt)} ${fact(t('effective'), one.effectiveAt)}
        ${one.notice ? html`<dt>${t('notice')}</dt><dd class=${one.notice.undisclosed ? 'undisclosed' : nothing}>${quantity(one.notice)}</dd>` : nothing}
        ${fact(t('recorded'), one.recordedAt)}
      </dl>
      ${missing(one)}
      <h4>${t('sources')}</h4>${sourceList(one.sources)}
      ${this.delegation.note ? html`<p class="note" lang="en">${this.delegation.note}</p>` : nothing}
      <p class="note">${t('stays')}</p>
    </article>`;
  }
}

function composition(title: string, of: Composition, when: string): TemplateResult {
  return html`<div class="composition" data-when=${when}><h4>${title}</h4><dl class="facts">
    <dt>${t('level')}</dt><dd>${isUndisclosed(of.level) ? said(of.level) : code(of.level)} <span class="note">${t('basis', { basis: code(of.levelBasis) })}</span></dd>
    <dt>${t('head')}</dt><dd>${of.head.persons.length ? html`${of.head.kind === 'JOINT' ? html`${code('JOINT')}: ` : nothing}${people(of.head.persons)}` : said({ undisclosed: 'UNKNOWN' })}</dd>
    <dt>${t('members')}</dt><dd>${of.members.length ? people(of.members) : t('none')}</dd>
    ${of.represents ? html`<dt>${t('represents')}</dt><dd lang="en">${of.represents}</dd>` : nothing}
  </dl></div>`;
}

function people(ids: string[]): TemplateResult {
  return html`<ul class="people">${ids.map(id => html`<li><surety-person .person=${id}></surety-person></li>`)}</ul>`;
}

function fact(label: string, at: string | Undisclosed): TemplateResult {
  return html`<dt>${label}</dt><dd>${isUndisclosed(at) ? said(at) : instant(at)}</dd>`;
}

/** What a reader would look for and will not find, said once in a sentence. */
function missing(one: Restructure): TemplateResult | typeof nothing {
  const what = [
    ...(isUndisclosed(one.announcedAt) ? [t('announced')] : []),
    ...(isUndisclosed(one.effectiveAt) ? [t('effective')] : []),
    ...(one.notice?.undisclosed ? [t('notice')] : []),
    ...(one.to.head.persons.length ? [] : [t('head')])
  ];
  return what.length ? html`<p>${t('notPublished', { what: what.map(name => name.charAt(0).toLowerCase() + name.slice(1)).join(', ') })}</p>` : nothing;
}

customElements.define('surety-restructures', Restructures);
