import { CODES } from '../codes';
import { day, instant, isUndisclosed, number } from '../format';
import { names } from '../names';
import type { Differing } from '../parts/conflict';
import { code, words } from '../words';

const ENGLISH = {
  acknowledgedOn: 'Acknowledged on', acts: 'Acts', approvals: 'Approvals', authority: 'Authority', binding: 'Binding', body: 'Body', caveats: 'Caveats', conditions: 'Conditions', confirmation: 'What each says', contributions: 'Requirements served',
  decision: 'Decision', delivery: 'Delivered', doneOn: 'Done on', domain: 'Domain', dueOn: 'Due on', effect: 'Effect', former: 'Former members', head: 'Head', instrument: 'Instrument', kind: 'Kind', label: 'Released to', level: 'Level',
  members: 'Members', money: 'Money', note: 'Note', overDelivery: 'More than was promised', period: 'Period', phases: 'Where it stood', place: 'Place', pointOfContact: 'Point of contact', priority: 'Priority', quantity: 'Quantity', readiness: 'Readiness', readyOn: 'Ready on', represents: 'Speaks for',
  shares: 'Shares', sources: 'Sources', stage: 'Stage', standing: 'Where it stands', state: 'State', steps: 'Steps', text: 'What exactly', title: 'Title', triggers: 'Triggers', withdrawal: 'Withdrawal'
};

const t = words(ENGLISH, {
  acknowledgedOn: 'Confirmée le', acts: 'Actes', approvals: 'Autorisations', authority: 'Pouvoir', binding: 'Forme juridique', body: 'Organe', caveats: 'Restrictions', conditions: 'Conditions', confirmation: 'Ce que dit chacun', contributions: 'Besoins servis',
  decision: 'Décision', delivery: 'Livré', doneOn: 'Achevée le', domain: 'Domaine', dueOn: 'Échéance', effect: 'Effet', former: 'Anciens membres', head: 'Chef', instrument: 'Instrument', kind: 'Nature', label: 'Diffusion', level: 'Niveau',
  members: 'Membres', money: 'Montant', note: 'Remarque', overDelivery: 'Plus que promis', period: 'Période', phases: 'Où elle en était', place: 'Lieu', pointOfContact: 'Point de contact', priority: 'Priorité', quantity: 'Quantité', readiness: 'Préparation', readyOn: 'Prête le', represents: 'Parle pour',
  shares: 'Parts', sources: 'Sources', stage: 'Étape', standing: 'Où elle en est', state: 'État', steps: 'Étapes', text: 'Quoi exactement', title: 'Titre', triggers: 'Déclencheurs', withdrawal: 'Retrait'
});

/** What is told of a record; what the register derives besides, and what nobody reads, is not. */
const isTold = (name: string): name is keyof typeof ENGLISH => name in ENGLISH;

/** What differs between a record as it was read and as it is now. An id is told by whoever knows what is behind it. */
export function changesOf(before: object, now: object, nameOf: (id: string) => string | undefined = () => undefined): Differing[] {
  const [was, is] = [before, now] as Record<string, unknown>[];
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])].filter(isTold).filter(name => JSON.stringify(was![name]) !== JSON.stringify(is![name]))
    .map(name => ({ label: t(name), mine: told(was![name], nameOf), theirs: told(is![name], nameOf) }));
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Any value of a record in one line. Ids that nobody can read are left out. */
export function told(value: unknown, nameOf: (id: string) => string | undefined = () => undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return code(value ? 'YES' : 'NO');
  if (typeof value === 'string') return toldText(value, nameOf);
  if (isUndisclosed(value)) return code(value.undisclosed);
  const parts = Object.values(value).map(one => told(one, nameOf)).filter(Boolean);
  return parts.join(Array.isArray(value) ? '; ' : ', ');
}

function toldText(value: string, nameOf: (id: string) => string | undefined): string {
  if (ID.test(value)) return nameOf(value) ?? '';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instant(value);
  if (value in CODES) return code(value);
  return /^[A-Z]{2,12}$/.test(value) ? names.of(value) : value;
}
