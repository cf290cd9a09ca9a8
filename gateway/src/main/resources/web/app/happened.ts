import { LANGUAGES, language } from './words';

/** The records of the API as a change's type names them. */
const RECORDS: Record<string, readonly [string, string]> = {
  accreditation: ['accreditation', 'accréditation'], approval: ['approval', 'autorisation'], authority: ['authority', 'pouvoir'], commitment: ['commitment', 'engagement'],
  coverage: ['coverage', 'couverture'], credentials: ['credentials', 'lettres de créance'], criterion: ['criterion', 'critère'], delegation: ['delegation', 'délégation'],
  deliberation: ['deliberation', 'délibération'], delivery: ['delivery', 'livraison'], gathering: ['gathering', 'rencontre'], group: ['group', 'groupe'], instrument: ['instrument', 'instrument'],
  obligation: ['obligation', 'obligation'], party: ['party', 'partie'], person: ['person', 'personne'], position: ['position', 'position'], priority: ['priority', 'priorité'],
  question: ['question', 'question'], record: ['record', 'enregistrement'], requirement: ['requirement', 'besoin'], scenario: ['what-if', 'hypothèse'], situation: ['situation', 'situation'], text: ['text', 'texte']
};

/** What can happen to them; in French as nouns, which have no gender to agree with. */
const ACTS: Record<string, readonly [string, string]> = {
  acknowledged: ['acknowledged', 'prise d’acte'], amended: ['amended', 'modification'], cancelled: ['cancelled', 'annulation'], confirmed: ['confirmed', 'confirmation'],
  contested: ['contested', 'contestation'], 'contest-withdrawn': ['no longer contested', 'retrait de la contestation'], corrected: ['corrected', 'correction'], decided: ['decided', 'décision'],
  deleted: ['deleted', 'suppression'], denounced: ['denounced', 'dénonciation'], determined: ['determined', 'constat'], discarded: ['discarded', 'abandon'], done: ['done', 'exécution'],
  drafted: ['drafted', 'projet'], drawn: ['drawn', 'composition'], entered: ['entered into force', 'entrée en vigueur'], erased: ['erased', 'effacement'], established: ['established', 'création'],
  examined: ['examined', 'examen'], filed: ['filed', 'dépôt'], formed: ['formed', 'formation'], granted: ['granted', 'octroi'], imported: ['imported', 'importation'], judged: ['judged', 'évaluation'],
  'minimum-crossed': ['crossed its minimum', 'franchissement du minimum'], moved: ['moved', 'progression'], planned: ['planned', 'planification'], presented: ['presented', 'présentation'],
  proposed: ['proposed', 'proposition'], raised: ['raised', 'ouverture'], 'readiness-stated': ['readiness stated', 'déclaration de préparation'], recorded: ['recorded', 'enregistrement'],
  redrafted: ['redrafted', 'projet remanié'], redrawn: ['redrawn', 'recomposition'], registered: ['registered', 'inscription'], reopened: ['reopened', 'réouverture'],
  'reported-ready': ['reported ready', 'annonce de préparation'], requested: ['requested', 'demande'], rescinded: ['rescinded', 'levée'], 'rescission-proposed': ['rescission proposed', 'proposition de levée'],
  'rescission-withdrawn': ['rescission withdrawn', 'retrait de la levée'], resolved: ['resolved', 'résolution'], restructured: ['restructured', 'remaniement'], revoked: ['revoked', 'révocation'],
  signed: ['signed', 'signature'], stated: ['stated', 'déclaration'], terminated: ['terminated', 'fin'], withdrawn: ['withdrawn', 'retrait'], withheld: ['withheld', 'rétention'], worded: ['worded', 'rédaction']
};

/** A type such as `org.surety.commitment.filed.v1`, or `commitment.filed`, in words: "commitment filed", « engagement : dépôt ». */
export function happened(type: string): string {
  const [record, act] = type.replace(/^org\.surety\./, '').replace(/\.v\d+$/, '').split('.');
  const at = LANGUAGES.indexOf(language());
  const names = [RECORDS[record ?? '']?.[at] ?? record, ACTS[act ?? '']?.[at] ?? act?.replace(/-/g, ' ')];
  return names.filter(Boolean).join(at === 0 ? ' ' : ' : ');
}
