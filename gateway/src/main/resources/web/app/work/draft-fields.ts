import { html, nothing, type TemplateResult } from 'lit';
import { names } from '../names';
import { code, words } from '../words';
import { area, checks, dayOr, input, options, quantityOr, reason, rows, select, type Option } from './fields';
import type { Form } from './form';
import { seriesOf } from './outcome';
import { me } from '../user';

const t = words({
  what: 'What is promised',
  title: 'Title',
  text: 'What exactly',
  textHint: 'Do not write names of persons into texts.',
  kind: 'Kind',
  priority: 'Priority',
  noPriority: 'none',
  contributions: 'Requirements that it serves',
  contributionsHint: 'Of the priority chosen. What no requirement asks for needs none.',
  addContribution: 'Add a requirement',
  requirement: 'Requirement',
  part: 'Of it',
  number: 'requirement {number}',
  amount: 'How much',
  quantity: 'Quantity',
  unit: 'Unit',
  when: 'When and where',
  from: 'From',
  until: 'Until',
  domain: 'Domain',
  noDomain: 'not said',
  place: 'Place',
  announcedOn: 'Announced on',
  strings: 'What it hangs on',
  caveats: 'Caveats',
  caveatsHint: 'A restriction stated by the government. It keeps the promise from requirements that it contradicts.',
  addCaveat: 'Add a caveat',
  caveat: 'Caveat',
  caveatText: 'In words',
  caveatNumber: 'of caveat {number}',
  approvals: 'Approvals that it needs',
  noApprovals: 'Your party has recorded no approval.',
  backing: 'What backs it',
  pointOfContact: 'Point of contact',
  nobody: 'nobody named',
  instrument: 'Instrument',
  noInstrument: 'none',
  sources: 'Sources',
  addSource: 'Add a source',
  url: 'Address',
  sourceText: 'Citation',
  sourceNumber: 'of source {number}',
  label: 'Who may see it once it is filed',
  release: 'Released to',
  labelHint: 'Until it is filed only your party sees it.',
  parties: 'Named parties'
}, {
  what: 'Ce qui est promis',
  title: 'Titre',
  text: 'Quoi exactement',
  textHint: 'N’écrivez aucun nom de personne dans les textes.',
  kind: 'Nature',
  priority: 'Priorité',
  noPriority: 'aucune',
  contributions: 'Besoins servis',
  contributionsHint: 'De la priorité choisie. Ce qu’aucun besoin ne demande n’en nomme aucun.',
  addContribution: 'Ajouter un besoin',
  requirement: 'Besoin',
  part: 'Dont',
  number: 'besoin {number}',
  amount: 'Combien',
  quantity: 'Quantité',
  unit: 'Unité',
  when: 'Quand et où',
  from: 'Du',
  until: 'Au',
  domain: 'Domaine',
  noDomain: 'non précisé',
  place: 'Lieu',
  announcedOn: 'Annoncé le',
  strings: 'Ce dont cela dépend',
  caveats: 'Restrictions',
  caveatsHint: 'Une restriction déclarée par le gouvernement. Elle écarte la promesse des besoins qu’elle contredit.',
  addCaveat: 'Ajouter une restriction',
  caveat: 'Restriction',
  caveatText: 'En clair',
  caveatNumber: 'de la restriction {number}',
  approvals: 'Autorisations nécessaires',
  noApprovals: 'Votre partie n’a enregistré aucune autorisation.',
  backing: 'Ce qui l’appuie',
  pointOfContact: 'Point de contact',
  nobody: 'personne de nommé',
  instrument: 'Instrument',
  noInstrument: 'aucun',
  sources: 'Sources',
  addSource: 'Ajouter une source',
  url: 'Adresse',
  sourceText: 'Référence',
  sourceNumber: 'de la source {number}',
  label: 'Qui peut le voir une fois déposé',
  release: 'Diffusion',
  labelHint: 'Jusqu’au dépôt, votre partie seule le voit.',
  parties: 'Parties nommées'
});

const KINDS = ['FORCE_CONTRIBUTION', 'WEAPONRY', 'TRAINING', 'INTELLIGENCE_SHARING', 'MONITORING', 'LOGISTICS', 'FINANCIAL_ASSISTANCE', 'HUMANITARIAN_ASSISTANCE', 'SANCTIONS',
  'RECONSTRUCTION_FORTIFICATION', 'DEFENCE_INDUSTRIAL_COOPERATION', 'ATTACK_RESPONSE'];
const PRIORITIES = ['CEASEFIRE_MONITORING', 'ARMED_FORCES_SUPPORT', 'MULTINATIONAL_FORCE', 'RENEWED_AGGRESSION_RESPONSE', 'LONG_TERM_DEFENCE_COOPERATION'];
const DOMAINS = ['LAND', 'AIR', 'MARITIME', 'CYBER', 'SPACE', 'NONE'];
const CAVEATS = ['NOT_ON_TERRITORY', 'FROM_NEIGHBOURING_TERRITORY_ONLY', 'MARITIME_ONLY', 'AIR_ONLY', 'NON_COMBAT', 'OTHER'];
const LABELS = ['NATIONAL', 'NAMED', 'COALITION', 'PUBLIC'];

export interface Requirement {
  id: string;
  title: string;
  priority: string;
  unit: string;
  kinds: string[];
}

export interface Choices {
  requirements: Requirement[];
  approvals: Option[];
  instruments: Option[];
  people: Option[];
}

/** What a draft can say. */
export function draftFields(form: Form, choices: Choices): TemplateResult {
  const units = [...new Set(choices.requirements.map(one => one.unit))].sort();
  return html`
    <fieldset class="part"><legend>${t('what')}</legend>
      ${input(form, 'title', t('title'), { required: true })}
      ${area(form, 'text', t('text'), { hint: t('textHint') })}
      <div class="row">${select(form, 'kind', t('kind'), options(KINDS), { required: true })}${select(form, 'priority', t('priority'), options(PRIORITIES), {}, t('noPriority'))}</div>
    </fieldset>
    <fieldset class="part"><legend>${t('amount')}</legend>
      ${quantityOr(form, t('quantity'), t('unit'), units)}
      ${contributions(form, choices.requirements)}
    </fieldset>
    <fieldset class="part"><legend>${t('when')}</legend>
      ${dayOr(form, 'period.from', t('from'))}${dayOr(form, 'period.until', t('until'))}
      <div class="row">${select(form, 'domain', t('domain'), options(DOMAINS), {}, t('noDomain'))}${input(form, 'place', t('place'))}${input(form, 'announcedOn', t('announcedOn'), { type: 'date' })}</div>
    </fieldset>
    <fieldset class="part"><legend>${t('strings')}</legend>
      ${caveats(form)}
      ${checks(form, 'approvals', t('approvals'), choices.approvals, { none: t('noApprovals') })}
    </fieldset>
    ${backing(form, choices)} ${label(form)}`;
}

/** Only requirements of the priority, and those that the draft names already. */
function contributions(form: Form, requirements: Requirement[]): TemplateResult {
  const priority = form.text('priority');
  return rows(form, 'contributions', t('contributions'), t('addContribution'), (at, number) => {
    const chosen = form.text(`${at}.requirement`);
    const fitting = requirements.filter(one => one.priority === priority || one.id === chosen);
    const hidden = t('number', { number });
    const unit = requirements.find(one => one.id === chosen)?.unit;
    return html`${select(form, `${at}.requirement`, t('requirement'), fitting.map(one => ({ value: one.id, label: one.priority === priority ? one.title : `${one.title} (${code(one.priority)})` })), { hidden })}
      ${input(form, `${at}.quantity`, unit ? `${t('part')} (${unit})` : t('part'), { decimal: true, hidden, disabled: !!form.text(`${at}.undisclosed`) })}${reason(form, at, t('part'), hidden)}`;
  }, t('contributionsHint'));
}

function caveats(form: Form): TemplateResult {
  return rows(form, 'caveats', t('caveats'), t('addCaveat'), (at, number) => html`
    ${select(form, `${at}.kind`, t('caveat'), options(CAVEATS), { hidden: String(number) })}${input(form, `${at}.text`, t('caveatText'), { hidden: t('caveatNumber', { number }) })}`, t('caveatsHint'));
}

function backing(form: Form, choices: Choices): TemplateResult {
  return html`<fieldset class="part"><legend>${t('backing')}</legend>
    <div class="row">${select(form, 'pointOfContact', t('pointOfContact'), choices.people, {}, t('nobody'))}${select(form, 'instrument', t('instrument'), choices.instruments, {}, t('noInstrument'))}</div>
    ${rows(form, 'sources', t('sources'), t('addSource'), (at, number) => html`${input(form, `${at}.text`, t('sourceText'), { hidden: t('sourceNumber', { number }) })}
      ${input(form, `${at}.url`, t('url'), { type: 'url', hidden: t('sourceNumber', { number }) })}`)}
  </fieldset>`;
}

function label(form: Form): TemplateResult {
  const named = form.text('label.release') === 'NAMED';
  const parties = names.in(seriesOf(me.party!)).filter(one => one.code !== me.party).map(one => ({ value: one.code, label: one.name }));
  return html`<fieldset class="part"><legend>${t('label')}</legend>
    ${select(form, 'label.release', t('release'), options(LABELS), { required: true, hint: t('labelHint') })}
    ${named ? checks(form, 'label.parties', t('parties'), parties, { required: true }) : nothing}
  </fieldset>`;
}
