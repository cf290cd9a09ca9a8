import { html, nothing, type TemplateResult } from 'lit';
import { names } from '../names';
import { me } from '../user';
import { code, words } from '../words';
import { SUPPLEMENTS, type Choices, type Filed } from './draft-choices';
import { asks } from './draft-record';
import { otherParties } from './draft-reservations';
import { group, input, picks, rows, select } from './fields';
import type { Form } from './form';

const t = words({
  company: 'Together with other parties',
  shares: 'Shares of other parties',
  sharesHint: '{party} gives the rest. Each of them confirms its own by an act, and must see the promise and how much it is.',
  addShare: 'Add a share',
  party: 'Party',
  percent: 'Percent',
  ofShare: 'of share {number}',
  leadNation: 'Your party leads them',
  notSaid: 'not said',
  coalition: 'Capability coalition',
  relations: 'Other commitments',
  supersedes: 'Takes the place of',
  supersedesHint: 'Commitments of your party that are withdrawn as soon as this one is filed.',
  supplements: 'Stands in for',
  supplementsHint: 'Commitments of any party for which sanctions or money stand in. It adds nothing to what they were to give.',
  add: 'Add a commitment',
  commitment: 'Commitment',
  package: 'Package',
  packageHint: 'By its name, where several commitments belong to one.'
}, {
  company: 'Avec d’autres parties',
  shares: 'Parts d’autres parties',
  sharesHint: '{party} donne le reste. Chacune confirme la sienne par un acte, et doit voir la promesse et son ampleur.',
  addShare: 'Ajouter une part',
  party: 'Partie',
  percent: 'Pour cent',
  ofShare: 'de la part {number}',
  leadNation: 'Votre partie les dirige',
  notSaid: 'non précisé',
  coalition: 'Coalition capacitaire',
  relations: 'Autres engagements',
  supersedes: 'Remplace',
  supersedesHint: 'Des engagements de votre partie, retirés dès que celui-ci est déposé.',
  supplements: 'Supplée',
  supplementsHint: 'Des engagements de toute partie que des sanctions ou de l’argent suppléent. Cela n’ajoute rien à ce qu’ils devaient donner.',
  add: 'Ajouter un engagement',
  commitment: 'Engagement',
  package: 'Ensemble',
  packageHint: 'Par son nom, si plusieurs engagements en forment un.'
});

/** Who else promises it, and how it stands to other promises: seldom said, so shut at first. */
export function companyFields(form: Form, choices: Choices, basis: string): TemplateResult {
  return html`${together(form, basis)} ${others(form, choices)}`;
}

function together(form: Form, basis: string): TemplateResult {
  const parties = otherParties();
  const shares = (): TemplateResult => rows(form, 'shares', t('shares'), t('addShare'), (at, number) => {
    const hidden = t('ofShare', { number });
    return html`${select(form, `${at}.party`, t('party'), parties, { hidden })}${input(form, `${at}.percent`, t('percent'), { decimal: true, hidden })}`;
  }, t('sharesHint', { party: names.of(me.party) }));
  const yesOrNo = [{ value: 'true', label: code('YES') }, { value: 'false', label: code('NO') }];
  return group(form, 'company', t('company'), ['shares', 'particulars.leadNation', 'particulars.capabilityCoalition'], html`
    ${asks(form.values, basis, 'shares') ? shares() : nothing}
    <div class="row">${select(form, 'particulars.leadNation', t('leadNation'), yesOrNo, {}, t('notSaid'))}${input(form, 'particulars.capabilityCoalition', t('coalition'))}</div>`);
}

function others(form: Form, choices: Choices): TemplateResult {
  const pick = (name: 'supersedes' | 'supplements', { options, told }: Filed): TemplateResult =>
    picks(form, `relations.${name}`, t(name), t('add'), t('commitment'), options, { hint: t(`${name}Hint`), told });
  const supplements = pick('supplements', choices.supplemented);
  const standsIn = SUPPLEMENTS.includes(form.text('kind')) || form.list('relations.supplements').length > 0;
  return group(form, 'relations', t('relations'), ['relations', 'group'], html`
    ${pick('supersedes', choices.superseded)}
    ${standsIn ? supplements : nothing}
    ${input(form, 'group', t('package'), { hint: t('packageHint') })}`);
}
