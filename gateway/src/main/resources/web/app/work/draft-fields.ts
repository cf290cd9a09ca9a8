import { html, nothing, type TemplateResult } from 'lit';
import { code, words } from '../words';
import { amountFields } from './draft-amounts';
import type { Choices } from './draft-choices';
import { companyFields } from './draft-company';
import { asks, type Draft } from './draft-record';
import { otherParties, reservationFields } from './draft-reservations';
import { area, checks, dayOr, group, input, options, rows, select, textOr } from './fields';
import type { Form } from './form';

const t = words({
  what: 'What is promised',
  basis: 'Basis',
  basisHint: 'Earlier support is aid given before and apart from the guarantee: it is in no coverage. The first save settles it.',
  settled: 'Basis: {basis}.',
  settledId: 'Id in your own register: {id}.',
  title: 'Title',
  text: 'What exactly',
  textHint: 'Do not write names of persons into texts.',
  kind: 'Kind',
  category: 'Type in its source',
  categoryHint: 'In capital letters and underscores, such as MILITARY.',
  priority: 'Priority',
  noPriority: 'none',
  when: 'When and where',
  from: 'From',
  until: 'Until',
  domain: 'Domain',
  noDomain: 'not said',
  place: 'Place',
  announcedOn: 'Announced on',
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
  externalId: 'Id in your own register',
  externalIdHint: 'By which an import finds it again. The first save settles it.',
  label: 'Who may see it once it is filed',
  release: 'Released to',
  labelHint: 'Until it is filed only your party sees it.',
  parties: 'Named parties',
  amounts: 'Fewer may see how much it is',
  amountsRelease: 'Amounts released to',
  amountsHint: 'Quantity, money, value in euro, what it adds to requirements and what is delivered. To the others they are undisclosed.',
  sameRelease: 'whoever may see it',
  amountsParties: 'Parties that may see the amounts'
}, {
  what: 'Ce qui est promis',
  basis: 'Base',
  basisHint: 'Le soutien antérieur est l’aide donnée avant la garantie et hors d’elle : il n’entre dans aucune couverture. Le premier enregistrement la fixe.',
  settled: 'Base : {basis}.',
  settledId: 'Identifiant dans votre registre : {id}.',
  title: 'Titre',
  text: 'Quoi exactement',
  textHint: 'N’écrivez aucun nom de personne dans les textes.',
  kind: 'Nature',
  category: 'Type dans sa source',
  categoryHint: 'En capitales et traits bas, par exemple MILITARY.',
  priority: 'Priorité',
  noPriority: 'aucune',
  when: 'Quand et où',
  from: 'Du',
  until: 'Au',
  domain: 'Domaine',
  noDomain: 'non précisé',
  place: 'Lieu',
  announcedOn: 'Annoncé le',
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
  externalId: 'Identifiant dans votre registre',
  externalIdHint: 'Par lequel un import le retrouve. Le premier enregistrement le fixe.',
  label: 'Qui peut le voir une fois déposé',
  release: 'Diffusion',
  labelHint: 'Jusqu’au dépôt, votre partie seule le voit.',
  parties: 'Parties nommées',
  amounts: 'Moins nombreux à voir l’ampleur',
  amountsRelease: 'Diffusion de l’ampleur',
  amountsHint: 'Quantité, montant, valeur en euros, apport aux besoins et livraisons. Pour les autres, cela reste non communiqué.',
  sameRelease: 'quiconque peut le voir',
  amountsParties: 'Parties qui peuvent voir l’ampleur'
});

const BASES = ['GUARANTEE', 'EARLIER_SUPPORT'];
const KINDS = ['FORCE_CONTRIBUTION', 'WEAPONRY', 'TRAINING', 'INTELLIGENCE_SHARING', 'MONITORING', 'LOGISTICS', 'FINANCIAL_ASSISTANCE', 'HUMANITARIAN_ASSISTANCE', 'SANCTIONS',
  'RECONSTRUCTION_FORTIFICATION', 'DEFENCE_INDUSTRIAL_COOPERATION', 'ATTACK_RESPONSE'];
const PRIORITIES = ['CEASEFIRE_MONITORING', 'ARMED_FORCES_SUPPORT', 'MULTINATIONAL_FORCE', 'RENEWED_AGGRESSION_RESPONSE', 'LONG_TERM_DEFENCE_COOPERATION'];
const DOMAINS = ['LAND', 'AIR', 'MARITIME', 'CYBER', 'SPACE', 'NONE'];
const LABELS = ['NATIONAL', 'NAMED', 'COALITION', 'PUBLIC'];

/**
 * What a draft can say.
 *
 * @param draft the one that there is already; undefined: a new one
 */
export function draftFields(form: Form, choices: Choices, draft?: Draft): TemplateResult {
  // Which fields there are hangs on what the others say.
  form.fields.clear();
  const basis = draft?.basis ?? form.text('basis');
  return html`${what(form, basis, draft)} ${amountFields(form, choices, basis)} ${when(form)} ${reservationFields(form, choices, basis)}
    ${companyFields(form, choices, basis)} ${backing(form, choices, draft)} ${labels(form)}`;
}

function what(form: Form, basis: string, draft?: Draft): TemplateResult {
  const settled = draft && `${t('settled', { basis: code(basis) })}${draft.externalId ? ` ${t('settledId', { id: draft.externalId })}` : ''}`;
  return html`<fieldset class="part"><legend>${t('what')}</legend>
    ${settled ? html`<p class="note">${settled}</p>` : nothing}
    ${input(form, 'title', t('title'), { required: true })}
    ${area(form, 'text', t('text'), { hint: t('textHint') })}
    <div class="row">${select(form, 'kind', t('kind'), options(KINDS), { required: true })}${select(form, 'priority', t('priority'), options(PRIORITIES), {}, t('noPriority'))}</div>
    ${draft ? nothing : select(form, 'basis', t('basis'), options(BASES), { required: true, hint: t('basisHint') })}
    ${asks(form.values, basis, 'category') ? input(form, 'category', t('category'), { hint: t('categoryHint') }) : nothing}
  </fieldset>`;
}

function when(form: Form): TemplateResult {
  return html`<fieldset class="part"><legend>${t('when')}</legend>
    ${dayOr(form, 'period.from', t('from'))}${dayOr(form, 'period.until', t('until'))}${dayOr(form, 'announcedOn', t('announcedOn'))}
    ${textOr(form, 'place', t('place'))}${select(form, 'domain', t('domain'), options(DOMAINS), {}, t('noDomain'))}
  </fieldset>`;
}

function backing(form: Form, choices: Choices, draft?: Draft): TemplateResult {
  return html`<fieldset class="part"><legend>${t('backing')}</legend>
    <div class="row">${select(form, 'pointOfContact', t('pointOfContact'), choices.persons, {}, t('nobody'))}${select(form, 'instrument', t('instrument'), choices.instruments, {}, t('noInstrument'))}</div>
    ${rows(form, 'sources', t('sources'), t('addSource'), (at, number) => html`${input(form, `${at}.text`, t('sourceText'), { hidden: t('sourceNumber', { number }) })}
      ${input(form, `${at}.url`, t('url'), { type: 'url', hidden: t('sourceNumber', { number }) })}`)}
    ${draft ? nothing : input(form, 'externalId', t('externalId'), { hint: t('externalIdHint') })}
  </fieldset>`;
}

function labels(form: Form): TemplateResult {
  const parties = otherParties();
  const named = (label: string, legend: string): TemplateResult | typeof nothing => {
    const control = checks(form, `${label}.parties`, legend, parties, { required: true });
    return asks(form.values, '', `${label}.parties`) ? control : nothing;
  };
  return html`<fieldset class="part"><legend>${t('label')}</legend>
    ${select(form, 'label.release', t('release'), options(LABELS), { required: true, hint: t('labelHint') })}
    ${named('label', t('parties'))}
    ${group(form, 'amounts', t('amounts'), ['amountsLabel'], html`${select(form, 'amountsLabel.release', t('amountsRelease'), options(LABELS), { hint: t('amountsHint') }, t('sameRelease'))}
      ${named('amountsLabel', t('amountsParties'))}`)}
  </fieldset>`;
}
