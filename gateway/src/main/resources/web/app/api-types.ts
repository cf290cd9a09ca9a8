// What the API takes and answers, made of the suite's OpenAPI document. Not to be edited: with the suite running,
// deploy/local/api-types writes it anew. ApiTypesIT holds it against what the services say of themselves.

export interface AccreditationRepresentation {
  id: UUID;
  series?: Series;
  gathering?: Reference;
  delegation?: Reference;
  party?: string;
  host?: string;
  person?: Reference;
  status?: DelegationStatus;
  requestedOn?: LocalDate;
  decision?: HostDecision;
  withdrawal?: Withdrawn;
  label?: Representation;
  version: number;
}

export interface AccreditationRequest {
  delegation?: UUID;
  person?: UUID;
  label?: Representation;
}

export interface Act1 {
  kind?: SituationActKind;
  party?: string;
  on?: LocalDate;
  at?: Instant;
  from?: LocalDate;
  reason?: string;
}

export type ActKind = 'FILING' | 'WITHDRAWAL' | 'SHARE_CONFIRMATION' | 'SHARE_WITHDRAWAL';

export interface ActRepresentation {
  id: UUID;
  kind?: ActKind;
  party?: string;
  act?: KindOfAct;
  person?: Reference;
  doneOn?: LocalDate;
  source?: string;
  reason?: string;
  successor?: Reference;
  authority?: AuthorityAnswer;
  ground?: Ground;
  grants: Reference[];
  missing?: string;
  judgedAt?: Instant;
}

export type Activity = 'COMMITMENT' | 'POSITION' | 'QUESTION_RESOLVED';

export interface AffectedAct {
  commitment?: UUID;
  title?: string;
  act?: ActRepresentation;
  leftOn?: LocalDate;
}

export interface Amount {
  quantity?: number;
  undisclosed: number;
  commitments: number;
}

export interface ApprovalAxis {
  commitment?: UUID;
  day?: LocalDate;
  status?: CommitmentsStatus;
  blockedBy: string[];
  freeUntil?: LocalDate;
  approvals: ApprovalRepresentation[];
  undisclosed: number;
}

export interface ApprovalDescription {
  title?: string;
  body?: string;
  bodyOf?: string;
  kind?: ApprovalKind;
  effect?: ApprovalEffect;
  blocking?: boolean;
  revocable?: boolean;
  tacitAfterDays?: number;
  continueAfterMonths?: number;
  grantedForMonths?: number;
  legalBasis?: Source[];
  text?: string;
  label?: Representation;
}

export type ApprovalEffect = 'PRIOR' | 'INFORMATION' | 'TO_CONTINUE' | 'TACIT' | 'POLITICAL_UNDERTAKING';

export type ApprovalKind = 'DEPLOYMENT' | 'TREATY' | 'BUDGET' | 'ARMS_EXPORT' | 'SANCTIONS' | 'HOST_CONSENT';

export interface ApprovalRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  title?: string;
  body?: string;
  bodyOf?: string;
  kind?: ApprovalKind;
  effect?: ApprovalEffect;
  blocking: boolean;
  revocable: boolean;
  tacitAfterDays?: number;
  continueAfterMonths?: number;
  grantedForMonths?: number;
  legalBasis: Source[];
  text?: string;
  steps: CommitmentsStep[];
  phases: CommitmentsPhase[];
  standing?: CommitmentsStanding;
  label?: Representation;
  version: number;
}

export type ApprovalStatus = 'OPEN' | 'INFORMED' | 'GRANTED' | 'TACITLY_GRANTED' | 'REFUSED' | 'REVOKED' | 'EXPIRED' | 'LAPSED' | 'NOT_NEEDED';

export interface Assured {
  quantity?: number;
  undisclosed: number;
  commitments: number;
  available?: Amount;
  dormant: Dormant[];
}

export interface Attribute {
  attribute?: PartyAttribute;
  from?: LocalDate;
  until?: LocalDate;
  source?: string;
}

export interface AttributeRule {
  attributes?: PartyAttribute[];
  atLeast?: number;
}

export interface Attributes {
  attributes: PartyAttribute[];
  atLeast: number;
  assured: string[];
  met: boolean;
}

export type AuthorityAnswer = 'YES' | 'NO' | 'PROVISIONAL';

export type AuthorityOfAct = 'YES' | 'NO' | 'PROVISIONAL' | 'UNDETERMINED';

export interface AuthorityRepresentation {
  series?: Series;
  party?: string;
  person?: UUID;
  act?: KindOfAct;
  scope?: string;
  at?: LocalDate;
  knownAt?: Instant;
  answer?: AuthorityAnswer;
  ground?: DisclosedGround;
  records: DecidingRecord[];
  missing?: string;
  rule?: string;
  note?: string;
}

export interface Awaited {
  commitment?: UUID;
  title?: string;
  party?: string;
}

export type Awaiting = 'CONFIRMATION';

export type BindingForm = 'POLITICAL' | 'LEGAL';

export interface BothClaims {
  status?: Confirmation;
  giver?: Given;
  recipient?: Received;
}

export interface ByReason {
  reason?: string;
  changes?: number;
  commitments: number;
  euro?: string;
  undisclosed: number;
}

export interface Cancellation {
  reason?: string;
}

export interface Caveat {
  kind?: CaveatKind;
  text?: string;
  source?: string;
}

export type CaveatKind = 'NOT_ON_TERRITORY' | 'FROM_NEIGHBOURING_TERRITORY_ONLY' | 'MARITIME_ONLY' | 'AIR_ONLY' | 'NON_COMBAT' | 'OTHER';

export interface Change {
  commitment?: UUID;
  party?: string;
  title?: string;
  version: number;
  recordedAt?: Instant;
  type?: string;
  reason?: Reason;
  by?: string;
  changed: string[];
  before?: string;
  after?: string;
  sources: Source[];
}

export interface ChangesPage {
  changes: ReleasedChange[];
  next: string;
  more: boolean;
  complete: boolean;
  unavailable?: { [name: string]: UnavailablePart };
}

export interface Circles {
  circles: CommitmentsCircle[];
}

export interface Clause {
  number?: string;
  heading?: string;
  text?: string;
}

export interface Column {
  column?: string;
  held: { [name: string]: number };
  kept: { [name: string]: number };
  lost: { [name: string]: number };
}

export interface Column1 {
  key?: string;
  index: number;
  header?: string;
}

export interface CommitmentDescription {
  kind?: CommitmentsKind;
  category?: string;
  title?: string;
  text?: string;
  priority?: PriorityCode;
  contributions?: Contribution[];
  quantity?: Quantity;
  money?: Money;
  euroValue?: Money;
  period?: Period;
  place?: DisclosedText;
  domain?: Domain;
  announcedOn?: DisclosedDay;
  sources?: Source[];
  group?: string;
  pointOfContact?: UUID;
  instrument?: UUID;
  approvals?: string[];
  caveats?: Caveat[];
  conditions?: Condition[];
  triggers?: Trigger[];
  relations?: Relations;
  particulars?: Particulars;
  shares?: DescribedShare[];
  amountsLabel?: Representation;
  label?: Representation;
}

export interface CommitmentRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  basis?: CommitmentsBasis;
  kind?: CommitmentsKind;
  category?: string;
  title?: string;
  text?: string;
  priority?: PriorityCode;
  contributions: CommitmentsContributionRepresentation[];
  quantity?: Quantity;
  money?: Money;
  euroValue?: Money;
  period?: Period;
  place?: DisclosedText;
  domain?: Domain;
  announcedOn?: DisclosedDay;
  sources: Source[];
  group?: string;
  pointOfContact?: Reference;
  instrument?: Reference;
  approvals: Reference[];
  caveats: Caveat[];
  conditions: ConditionRepresentation[];
  triggers: Trigger[];
  relations?: RelationsRepresentation;
  particulars?: Particulars;
  externalId?: string;
  mapping?: string;
  asGiven?: { [name: string]: string };
  state?: CommitmentsState;
  binding?: BindingForm;
  acts: ActRepresentation[];
  authority?: AuthorityAnswer;
  decision?: Decision;
  withdrawal?: CommitmentsWithdrawal;
  readiness?: Readiness;
  delivery?: DeliverySummary;
  shares?: ShareRepresentation[];
  amountsLabel?: Representation;
  label?: Representation;
  labelWhenFiled?: Representation;
  version?: number;
}

export interface CommitmentsAct {
  id: UUID;
  party?: string;
  kind?: InstrumentActKind;
  act?: KindOfAct;
  person?: Reference;
  doneOn?: LocalDate;
  source?: string;
  reason?: string;
  publicRecord: boolean;
  authority?: AuthorityOfAct;
  ground?: Ground;
  grants?: Reference[];
  missing?: string;
  judgedAt?: Instant;
}

export type CommitmentsBasis = 'GUARANTEE' | 'EARLIER_SUPPORT';

export interface CommitmentsCircle {
  parties: string[];
  commitments: CommitmentsMember[];
}

export interface CommitmentsContributionRepresentation {
  requirement?: Reference;
  quantity?: number;
  undisclosed?: Undisclosed;
  unit?: string;
  element?: string;
}

export interface CommitmentsCounts {
  read: number;
  imported: number;
  amended: number;
  unchanged: number;
  rejected: number;
  notStored: number;
  warnings: number;
}

export interface CommitmentsDifference {
  series?: Series;
  note?: string;
  party?: string;
  from?: Instant;
  to?: Instant;
  before?: Total;
  after?: Total;
  reasons: ByReason[];
  changes: Change[];
  next?: string;
}

export interface CommitmentsExcluded {
  requirement?: UUID;
  caveat?: CaveatKind;
  reason?: string;
}

export type CommitmentsKind = 'WEAPONRY' | 'TRAINING' | 'INTELLIGENCE_SHARING' | 'FORCE_CONTRIBUTION' | 'MONITORING' | 'LOGISTICS' | 'FINANCIAL_ASSISTANCE' | 'HUMANITARIAN_ASSISTANCE' | 'SANCTIONS' | 'RECONSTRUCTION_FORTIFICATION' | 'DEFENCE_INDUSTRIAL_COOPERATION' | 'ATTACK_RESPONSE';

export interface CommitmentsMember {
  commitment?: UUID;
  party?: string;
  title?: string;
  waitsFor: string[];
}

export type CommitmentsOutcome = 'ABSENT' | 'ADDED' | 'CHANGED' | 'SAME';

export interface CommitmentsPhase {
  from?: LocalDate;
  status?: ApprovalStatus;
  blocks: boolean;
}

export interface CommitmentsStage {
  stage?: DeliveryStage;
  day?: DisclosedDay;
  evidence: Source[];
}

export interface CommitmentsStanding {
  day?: LocalDate;
  status?: ApprovalStatus;
  blocks: boolean;
  blocksFrom?: LocalDate;
  why?: string;
  next?: Next;
  waiting?: Waiting;
  allowed: StepKind[];
  commitments: string[];
  commitmentCount: number;
}

export type CommitmentsState = 'DRAFT' | 'FILED' | 'WITHDRAWN';

export type CommitmentsStatus = 'NONE_NAMED' | 'FREE' | 'BLOCKED' | 'UNDISCLOSED' | 'REFUSED';

export type CommitmentsStatus1 = 'DRAFT' | 'FINAL';

export interface CommitmentsStep {
  kind?: StepKind;
  doneOn?: LocalDate;
  effectiveOn?: LocalDate;
  until?: LocalDate;
  voteOn?: DisclosedDay;
  votes?: Votes;
  provisos?: string[];
  source?: string;
  note?: string;
}

export interface CommitmentsWithdrawal {
  reason?: string;
  withdrawnOn?: LocalDate;
}

export interface ComparedClause {
  outcome?: CommitmentsOutcome;
  from?: Clause;
  to?: Clause;
}

export interface CompositionRepresentation {
  level?: DisclosedLevel;
  levelBasis?: LevelBasis;
  head?: HeadRepresentation;
  members: Reference[];
  represents?: string;
}

export interface Condition {
  kind?: ConditionKind;
  commitment?: UUID;
  party?: string;
  instrument?: UUID;
  text?: string;
}

export type ConditionKind = 'COMMITMENT' | 'PARTICIPATION' | 'INSTRUMENT_IN_FORCE' | 'HOST_CONSENT';

export interface ConditionRepresentation {
  kind?: ConditionKind;
  commitment?: Reference;
  party?: string;
  instrument?: Reference;
  text?: string;
}

export type Confirmation = 'UNCONFIRMED' | 'CONFIRMED' | 'CONTESTED';

export interface Confirmed {
  quantity?: number;
  undisclosed: number;
  deliveries: number;
}

export interface Considered {
  considered: number;
  of: number;
}

export type ContactStatus = 'CURRENT' | 'TO_BE_RENEWED';

export interface Contested {
  quantity?: number;
  deliveries: number;
}

export interface Contribution {
  requirement?: UUID;
  quantity?: number;
  undisclosed?: Undisclosed;
  unit?: string;
  element?: string;
}

export interface ContributionPage {
  series?: Series;
  note?: string;
  asOf?: LocalDate;
  knownAt?: Instant;
  priority?: PriorityCode;
  requirement?: UUID;
  unit?: string;
  items: PrioritiesContributionRepresentation[];
  next?: string;
}

export interface Control {
  what?: What1;
  party?: string;
  currency?: string;
  expected?: number;
  found?: number;
}

export interface Converted {
  currency?: string;
  amount?: string;
  recorded: number;
  converted: number;
  without: number;
}

export interface Correction {
  restructure?: UUID;
  corrected?: Restructuring;
  reason?: string;
  sources?: Source[];
}

export interface CoverageRepresentation {
  series?: Series;
  note?: string;
  asOf?: LocalDate;
  knownAt?: Instant;
  with?: string[];
  without?: string[];
  situations: SituationInForce[];
  assumed: SituationKind[];
  priorities: OfPriority[];
  byDomain: OfDomain[];
  rules: { [name: string]: string };
  earlierSupport: EarlierSupport[];
}

export interface CredentialsDescription {
  persons?: string[];
  issuedBy?: UUID;
  issuedOn?: LocalDate;
  presentedOn?: LocalDate;
}

export interface CredentialsRepresentation {
  id: UUID;
  series?: Series;
  gathering?: Reference;
  delegation?: Reference;
  party?: string;
  host?: string;
  persons: Reference[];
  issuedBy?: Reference;
  issuedOn?: LocalDate;
  presentedOn?: LocalDate;
  status?: DelegationStatus1;
  examination?: Examination;
  label?: Representation;
  version: number;
}

export interface Credibility {
  series?: Series;
  note?: string;
  asOf?: LocalDate;
  criteria: Judged[];
}

export interface CriterionDescription {
  title?: string;
  priority?: PriorityCode;
  attributes?: PartyAttribute[];
  atLeast?: number;
  percent?: number;
  enabled?: boolean;
  label?: Representation;
}

export type CriterionKind = 'EACH_REQUIREMENT_ASSURED_AT_MINIMUM' | 'ATTRIBUTE_IN_PRIORITY' | 'SHARE_OF_ONE_PARTY' | 'NO_CIRCULAR_CONDITIONS' | 'APPROVALS_ON_SCHEDULE' | 'OPEN_QUESTIONS_NOT_OVERDUE' | 'SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY';

export interface CriterionRepresentation {
  code?: string;
  series?: Series;
  kind?: CriterionKind;
  title?: string;
  priority?: PriorityCode;
  attributes?: PartyAttribute[];
  atLeast?: number;
  percent?: number;
  enabled: boolean;
  label?: Representation;
  version: number;
}

export type Crossing = 'FALLS_BELOW' | 'REACHES';

export interface DecidingRecord {
  id: UUID;
  path?: string;
  ground?: Ground;
  from?: LocalDate;
  until?: LocalDate;
}

export type Decimal = 'POINT' | 'COMMA';

export interface Decision {
  decidedOn?: LocalDate;
  effectiveOn?: LocalDate;
  source?: string;
}

export type DelegationBasis = 'EFFECTIVE' | 'ANNOUNCED' | 'GATHERING';

export interface DelegationDescription {
  formedOn?: DisclosedDay;
  plannedLevel?: Level;
  plannedHead?: Head;
  plannedMembers?: string[];
  note?: string;
  sources?: Source[];
}

export interface DelegationFormation {
  gathering?: UUID;
  party?: string;
  formedOn?: DisclosedDay;
  level?: DisclosedLevel;
  plannedLevel?: Level;
  plannedHead?: Head;
  plannedMembers?: string[];
  head?: Head;
  members?: string[];
  represents?: string;
  note?: string;
  sources?: Source[];
  label?: Representation;
}

export type DelegationKind = 'SINGLE' | 'JOINT' | 'UNDISCLOSED';

export interface DelegationMember {
  party?: string;
  from?: LocalDate;
  until?: LocalDate;
}

export type DelegationOutcome = 'GRANTED' | 'REFUSED';

export interface DelegationRepresentation {
  id: UUID;
  series?: Series;
  gathering?: Reference;
  party?: string;
  formedOn?: DisclosedDay;
  level?: DisclosedLevel;
  levelBasis?: LevelBasis;
  head?: HeadRepresentation;
  members: Reference[];
  represents?: string;
  former: Reference[];
  plannedLevel?: Level;
  plannedHead?: HeadRepresentation;
  plannedMembers?: Reference[];
  note?: string;
  sources: Source[];
  label?: Representation;
  version: number;
}

export type DelegationStatus = 'REQUESTED' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN';

export type DelegationStatus1 = 'PRESENTED' | 'ACCEPTED' | 'PROVISIONAL' | 'CHALLENGED';

export interface DelegationWithdrawal {
  reason?: string;
}

export interface DeliberationRepresentation {
  id: UUID;
  series?: Series;
  priority?: PriorityCode;
  state?: DeliberationStage;
  from?: LocalDate;
  leads: string[];
  steppedBack: boolean;
  reason?: string;
  source?: string;
  label?: Representation;
  version: number;
}

export type DeliberationStage = 'UNDER_DELIBERATION' | 'AGREED_IN_PRINCIPLE' | 'TEXT_AGREED' | 'OPERATIONAL' | 'SUSPENDED';

export interface DeliberationStep {
  series?: Series;
  state?: DeliberationStage;
  from?: LocalDate;
  leads?: string[];
  reason?: string;
  source?: string;
  label?: Representation;
}

export type Delimiter = 'COMMA' | 'SEMICOLON' | 'TAB';

export interface Delivered {
  quantity?: number;
  undisclosed: number;
  deliveries: number;
  notAttributable: number;
  confirmed?: Confirmed;
  contested?: Contested;
}

export interface DeliveryCorrection {
  day?: DisclosedDay;
  quantity?: Quantity;
  money?: Money;
  overDelivery?: boolean;
  evidence?: Source[];
  note?: string;
}

export interface DeliveryRepresentation {
  id: UUID;
  commitment?: UUID;
  party?: string;
  recipient?: string;
  series?: Series;
  stage?: DeliveryStage;
  steps: CommitmentsStage[];
  quantity?: Quantity;
  money?: Money;
  overDelivery: boolean;
  note?: string;
  confirmation?: BothClaims;
  withdrawal?: Withdrawn;
  label?: Representation;
  version?: number;
}

export type DeliveryStage = 'PREPARED' | 'DISPATCHED' | 'HANDED_OVER' | 'DEPLOYED' | 'PAID';

export interface DeliveryStatement {
  recipient?: string;
  stage?: DeliveryStage;
  day?: DisclosedDay;
  quantity?: Quantity;
  money?: Money;
  overDelivery?: boolean;
  evidence?: Source[];
  note?: string;
}

export interface DeliverySummary {
  delivered?: Sum;
  confirmed?: Sum;
  contested: number;
  unconfirmed: number;
  onTheWay: number;
  overDelivered: boolean;
}

export interface DeliveryWithdrawal {
  reason?: string;
}

export interface Denunciation {
  party?: string;
  person?: UUID;
  doneOn?: LocalDate;
  reason?: string;
  source?: string;
}

export interface DescribedShare {
  party?: string;
  percent?: number;
}

export interface Determination {
  on?: LocalDate;
}

export type DisclosedDay = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export type DisclosedGround = Ground | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export type DisclosedInstant = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export type DisclosedLevel = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export type DisclosedText = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export type Domain = 'LAND' | 'AIR' | 'MARITIME' | 'CYBER' | 'SPACE' | 'NONE';

export interface Dormant {
  until: string[];
  quantity?: number;
  undisclosed: number;
  commitments: number;
}

export interface Duties {
  party?: string;
  series?: Series;
  note?: string;
  day?: LocalDate;
  within: number;
  limit: number;
  accreditationsToDecide?: ExcerptUndecidedAccreditation;
  accreditationsAwaited?: ExcerptUndecidedAccreditation;
  credentialsToPresent?: ExcerptMissingCredentials;
  credentialsInQuestion?: ExcerptQuestionedCredentials;
  powersExpiring?: ExcerptEndingPowers;
  powersExpired?: ExcerptEndingPowers;
  powersOfErasedPersons?: ExcerptEndingPowers;
}

export interface EarlierSupport {
  party?: string;
  category?: string;
  kind?: PrioritiesKind;
  commitments: number;
  euro?: string;
  undisclosed: number;
}

export interface Effect {
  effectiveOn?: LocalDate;
  source?: string;
}

export interface EndingPowers {
  id: UUID;
  version: number;
  ground?: Ground;
  person?: Reference;
  office?: Office;
  act?: KindOfAct;
  scope?: string;
  from?: LocalDate;
  until?: LocalDate;
}

export interface Engagement {
  series?: Series;
  on?: LocalDate;
  staleAfterDays: number;
  parties: Party[];
}

export type Erasure = { [name: string]: unknown };

export interface Examination {
  outcome?: Outcome1;
  reason?: string;
  examinedOn?: LocalDate;
}

export interface ExcerptEndingPowers {
  items?: EndingPowers[];
  more?: boolean;
}

export interface ExcerptMissingCredentials {
  items?: MissingCredentials[];
  more?: boolean;
}

export interface ExcerptQuestionedCredentials {
  items?: QuestionedCredentials[];
  more?: boolean;
}

export interface ExcerptUndecidedAccreditation {
  items?: UndecidedAccreditation[];
  more?: boolean;
}

export type Figure = 'PLEDGED' | 'COMMITTED' | 'ASSURED' | 'AVAILABLE' | 'DORMANT' | 'KIND_NOT_ELIGIBLE' | 'CAVEAT' | 'EXPIRED' | 'NOT_DECIDED' | 'UNCONFIRMED_ACT' | 'APPROVAL_REFUSED' | 'BINDING_FORM' | 'APPROVAL_OUTSTANDING' | 'CONDITION' | 'READINESS_NOT_STATED' | 'READINESS_STALE' | 'NOT_READY';

export interface Figure1 {
  quantity?: number;
  undisclosed: number;
  commitments: number;
}

export interface Figures {
  pledged?: Figure1;
  committed?: Figure1;
  assured?: Figure1;
  available?: Figure1;
}

export type FileFormat = 'CSV' | 'NDJSON' | 'XLSX';

export interface FilingRequest {
  person?: UUID;
  binding?: BindingForm;
  doneOn?: LocalDate;
  source?: string;
}

export interface FocalPoint {
  party?: string;
  from?: LocalDate;
  until?: LocalDate;
}

export interface FocalPoints {
  focalPoints?: FocalPoint[];
}

export type Freshness = 'FRESH' | 'STALE' | 'NONE';

export interface GatheringDescription {
  series?: Series;
  title?: string;
  place?: string;
  host?: string;
  coChairs?: string[];
  startsOn?: LocalDate;
  endsOn?: LocalDate;
  agenda?: string;
  status?: Status2;
  sources?: Source[];
  outcomes?: string[];
  label?: Representation;
}

export interface GatheringRepresentation {
  id: UUID;
  series?: Series;
  title?: string;
  place?: string;
  host?: string;
  coChairs: string[];
  startsOn?: LocalDate;
  endsOn?: LocalDate;
  agenda?: string;
  status?: Status2;
  cancellationReason?: string;
  sources: Source[];
  outcomes: string[];
  label?: Representation;
  version: number;
}

export interface GatheringTally {
  series?: Series;
  note?: string;
  kinds: OfKind[];
}

export interface Given {
  quantity?: Quantity;
  money?: Money;
  day?: DisclosedDay;
}

export interface GrantDescription {
  office?: Office;
  act?: KindOfAct;
  scope?: string;
  from?: LocalDate;
  until?: LocalDate;
  issuedBy?: UUID;
  issuedOn?: LocalDate;
  issuingAuthority?: string;
  sources?: Source[];
}

export interface GrantRepresentation {
  id: UUID;
  series?: Series;
  ground?: Ground;
  party?: string;
  person?: Reference;
  office?: Office;
  act?: KindOfAct;
  scope?: string;
  from?: LocalDate;
  until?: LocalDate;
  issuedBy?: Reference;
  issuedOn?: LocalDate;
  issuingAuthority?: string;
  sources: Source[];
  revocation?: Revocation;
  label?: Representation;
  version: number;
}

export interface Granting {
  party?: string;
  person?: UUID;
  office?: Office;
  act?: KindOfAct;
  scope?: string;
  from?: LocalDate;
  until?: LocalDate;
  issuedBy?: UUID;
  issuedOn?: LocalDate;
  issuingAuthority?: string;
  sources?: Source[];
  label?: Representation;
}

export type Ground = 'OFFICE' | 'FULL_POWERS' | 'PRACTICE' | 'CONFIRMATION';

export type Grouping = 'PARTY' | 'PRIORITY' | 'KIND' | 'MONTH' | 'CATEGORY' | 'GROUP';

export interface Head {
  kind?: DelegationKind;
  persons?: string[];
}

export interface HeadRepresentation {
  kind?: DelegationKind;
  persons: Reference[];
}

export interface HistoryEntry {
  version?: number;
  recordedAt?: Instant;
  type?: string;
  changed: string[];
  reason?: Reason;
  effectiveOn?: LocalDate;
}

export interface HostDecision {
  decision?: DelegationOutcome;
  reason?: string;
  decidedOn?: LocalDate;
}

export interface ImportRepresentation {
  id: UUID;
  mapping?: string;
  format?: FileFormat;
  delimiter?: Delimiter;
  decimal?: Decimal;
  mode?: Mode;
  dryRun: boolean;
  reason?: Reason;
  state?: JobState;
  rows: number;
  accounted: number;
  counts?: CommitmentsCounts;
  controls: Control[];
  takeBack?: TakeBack;
  failure?: string;
  createdAt?: Instant;
  startedAt?: Instant;
  finishedAt?: Instant;
}

export type Instant = string;

export type InstrumentActKind = 'ADOPTED' | 'SIGNED' | 'DENOUNCED';

export interface InstrumentDescription {
  kind?: InstrumentKind;
  title?: string;
  binding?: BindingForm;
  place?: string;
  gathering?: UUID;
  adoptedOn?: LocalDate;
  sources?: Source[];
  label?: Representation;
}

export type InstrumentKind = 'DECLARATION' | 'DECLARATION_OF_INTENT' | 'AGREEMENT' | 'STATUS_OF_FORCES_AGREEMENT';

export interface InstrumentRecording {
  party?: string;
  kind?: InstrumentKind;
  title?: string;
  binding?: BindingForm;
  place?: string;
  gathering?: UUID;
  adoptedOn?: LocalDate;
  sources?: Source[];
  label?: Representation;
}

export interface InstrumentRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  kind?: InstrumentKind;
  title?: string;
  binding?: BindingForm;
  place?: string;
  gathering?: UUID;
  adoptedOn?: LocalDate;
  sources: Source[];
  state?: Stage1;
  participants: string[];
  acts: CommitmentsAct[];
  texts: TextVersion[];
  entryIntoForce?: Effect;
  termination?: Effect;
  label?: Representation;
  version: number;
}

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface Judged {
  code?: string;
  title?: string;
  kind?: CriterionKind;
  status?: PrioritiesStatus;
  reason?: string;
  rule?: string;
}

export type Kind1 = 'ADOPTED' | 'SIGNED';

export type KindOfAct = 'POLITICAL_PROMISE' | 'ADOPTION_OF_TEXT' | 'CONSENT_TO_BE_BOUND' | 'TERMINATION' | 'ISSUE_OF_POWERS';

export interface Last {
  activity?: Activity;
  day?: LocalDate;
  record?: UUID;
  daysSince: number;
  stale: boolean;
}

export type Level = 'LEADER' | 'MINISTERIAL' | 'ENVOY' | 'AMBASSADOR';

export type LevelBasis = 'STATED' | 'DERIVED';

export type LevelChange = 'ROSE' | 'FELL' | 'UNCHANGED' | 'UNDISCLOSED';

export interface Link {
  kind?: LinkKind;
  party?: string;
  commitment?: UUID;
  approval?: UUID;
  title?: string;
  left?: number;
  commitments: number;
  falling: Named[];
}

export type LinkKind = 'PARTY' | 'COMMITMENT' | 'BACKSTOP' | 'APPROVAL';

export type LocalDate = string;

export interface LossRepresentation {
  id: UUID;
  stored: boolean;
  cells: number;
  held: number;
  kept: number;
  lost: number;
  columns: Column[];
}

export interface MappingRepresentation {
  name?: string;
  title?: string;
  source?: Source1;
  series?: Series;
  basis?: CommitmentsBasis;
  columns: Column1[];
}

export interface Missing {
  field?: string;
  why?: string;
}

export interface MissingCredentials {
  delegation?: UUID;
  gathering?: Occasion;
  host?: string;
  heads: Reference[];
}

export type Mode = 'ALL_OR_NOTHING' | 'PARTIAL';

export interface Money {
  amount?: string | number;
  currency?: string;
  undisclosed?: Undisclosed;
}

export interface MonthsRepresentation {
  series?: Series;
  note?: string;
  knownAt?: Instant;
  from?: LocalDate;
  months: number;
  situations: SituationInForce[];
  assumed: SituationKind[];
  requirements: OfRequirement1[];
}

export interface Movement {
  stage?: DeliveryStage;
  day?: DisclosedDay;
  evidence?: Source[];
}

export interface MyParty {
  party: string;
  complete: boolean;
  duties: Duties | {
    unavailable: UnavailablePart;
  };
  pointsOfContact: PagePointOfContact | {
    unavailable: UnavailablePart;
  };
}

export interface Named {
  commitment?: UUID;
  party?: string;
  title?: string;
}

export interface NewApproval {
  party?: string;
  title?: string;
  body?: string;
  bodyOf?: string;
  kind?: ApprovalKind;
  effect?: ApprovalEffect;
  blocking?: boolean;
  revocable?: boolean;
  tacitAfterDays?: number;
  continueAfterMonths?: number;
  grantedForMonths?: number;
  legalBasis?: Source[];
  text?: string;
  label?: Representation;
}

export interface Next {
  what?: What;
  on?: DisclosedDay;
}

export interface NotInSums {
  pledged: number;
  committed: number;
  assured: number;
  available: number;
}

export interface ObligationAct {
  on?: LocalDate;
}

export interface ObligationRepresentation {
  id: UUID;
  series?: Series;
  exercise: boolean;
  situation?: UUID;
  trigger?: SituationKind;
  commitment?: UUID;
  title?: string;
  party?: string;
  kind?: PrioritiesKind;
  priority?: PriorityCode;
  wakesOn?: LocalDate;
  dueOn?: DisclosedDay;
  state?: ObligationStep;
  late: boolean;
  over: boolean;
  acknowledgedOn?: LocalDate;
  readyOn?: LocalDate;
  doneOn?: LocalDate;
  version: number;
}

export type ObligationStep = 'CALLED' | 'ACKNOWLEDGED' | 'READY' | 'DONE';

export interface Occasion {
  id: UUID;
  title?: string;
  startsOn?: LocalDate;
  endsOn?: LocalDate;
}

export interface OfDomain {
  domain?: Domain;
  requirements: number;
  assuredAtMinimum: number;
  availableAtMinimum: number;
}

export interface OfKind {
  partyKind?: PartyKind;
  delegations: number;
  levels: { [name: string]: number };
  undisclosed: number;
  headRanks: { [name: string]: number };
  headRanksUndisclosed: number;
}

export interface OfParty {
  party?: string;
  pledged?: number;
  committed?: number;
  assured?: number;
  available?: number;
  undisclosed?: NotInSums;
}

export interface OfPriority {
  priority?: PriorityCode;
  title?: string;
  requirements: OfRequirement[];
  withoutRequirement?: WithoutRequirement;
}

export interface OfRequirement {
  requirement?: UUID;
  title?: string;
  unit?: string;
  domain?: Domain;
  from?: LocalDate;
  until?: LocalDate;
  needed?: number;
  minimum?: number;
  rotationFactor?: number;
  pledged?: Amount;
  committed?: Amount;
  assured?: Assured;
  delivered?: Delivered;
  excluded: PrioritiesExcluded[];
  parties: OfParty[];
  attributes: Attributes[];
}

export interface OfRequirement1 {
  requirement?: UUID;
  priority?: PriorityCode;
  title?: string;
  unit?: string;
  domain?: Domain;
  months: OnDay[];
}

export interface OfRequirement2 {
  requirement?: UUID;
  priority?: PriorityCode;
  title?: string;
  unit?: string;
  domain?: Domain;
  days: OnDay[];
}

export interface OfRequirement3 {
  requirement?: UUID;
  priority?: PriorityCode;
  title?: string;
  unit?: string;
  needed?: number;
  minimum?: number;
  live?: Figures;
  scenario?: Figures;
  difference?: PrioritiesDifference;
  minimumAssured?: Crossing;
}

export interface OfRequirement4 {
  requirement?: UUID;
  title?: string;
  priority?: PriorityCode;
  unit?: string;
  minimum?: number;
  assured?: number;
  undisclosed: number;
  belowMinimum: boolean;
  missing?: number;
  links: Link[];
  sets: Together[];
  leftOut?: number;
  parties?: Considered;
}

export type Office = 'HEAD_OF_STATE' | 'HEAD_OF_GOVERNMENT' | 'FOREIGN_MINISTER' | 'HEAD_OF_ORGANISATION';

export interface OnDay {
  day?: LocalDate;
  needed?: number;
  minimum?: number;
  pledged?: Amount;
  committed?: Amount;
  assured?: Amount;
  available?: Amount;
}

export interface One {
  scenario?: UUID;
  title?: string;
  steps: StepRepresentation[];
  requirements: OfRequirement3[];
  unchanged: number;
  cascade: Wave[];
}

export interface Origin {
  year: number;
  source?: string;
}

export type Origin1 = 'STATED' | 'MEAN';

export type Outcome1 = 'ACCEPTED' | 'PROVISIONAL' | 'CHALLENGED';

export interface PageAccreditationRepresentation {
  items: AccreditationRepresentation[];
  next?: string;
}

export interface PageAffectedAct {
  items: AffectedAct[];
  next?: string;
}

export interface PageApprovalRepresentation {
  items: ApprovalRepresentation[];
  next?: string;
}

export interface PageCommitmentRepresentation {
  items: CommitmentRepresentation[];
  next?: string;
}

export interface PageCredentialsRepresentation {
  items: CredentialsRepresentation[];
  next?: string;
}

export interface PageCriterionRepresentation {
  items: CriterionRepresentation[];
  next?: string;
}

export interface PageDelegationRepresentation {
  items: DelegationRepresentation[];
  next?: string;
}

export interface PageDeliberationRepresentation {
  items: DeliberationRepresentation[];
  next?: string;
}

export interface PageDeliveryRepresentation {
  items: DeliveryRepresentation[];
  next?: string;
}

export interface PageGatheringRepresentation {
  items: GatheringRepresentation[];
  next?: string;
}

export interface PageGrantRepresentation {
  items: GrantRepresentation[];
  next?: string;
}

export interface PageHistoryEntry {
  items: HistoryEntry[];
  next?: string;
}

export interface PageImportRepresentation {
  items: ImportRepresentation[];
  next?: string;
}

export interface PageInstrumentRepresentation {
  items: InstrumentRepresentation[];
  next?: string;
}

export interface PageMappingRepresentation {
  items: MappingRepresentation[];
  next?: string;
}

export interface PageObligationRepresentation {
  items: ObligationRepresentation[];
  next?: string;
}

export interface PagePartyGroupRepresentation {
  items: PartyGroupRepresentation[];
  next?: string;
}

export interface PagePartyRepresentation {
  items: PartyRepresentation[];
  next?: string;
}

export interface PagePersonRepresentation {
  items: PersonRepresentation[];
  next?: string;
}

export interface PagePointOfContact {
  items: PointOfContact[];
  next?: string;
}

export interface PagePositionRepresentation {
  items: PositionRepresentation[];
  next?: string;
}

export interface PagePriorityRepresentation {
  items: PriorityRepresentation[];
  next?: string;
}

export interface PageQuestionRepresentation {
  items: QuestionRepresentation[];
  next?: string;
}

export interface PageReadRepresentation {
  items: ReadRepresentation[];
  next?: string;
}

export interface PageReportRow {
  items: ReportRow[];
  next?: string;
}

export interface PageRequirementRepresentation {
  items: RequirementRepresentation[];
  next?: string;
}

export interface PageRestructureRepresentation {
  items: RestructureRepresentation[];
  next?: string;
}

export interface PageScenarioRepresentation {
  items: ScenarioRepresentation[];
  next?: string;
}

export interface PageSituationRepresentation {
  items: SituationRepresentation[];
  next?: string;
}

export interface PageStatementRepresentation {
  items: StatementRepresentation[];
  next?: string;
}

export interface PageTextRepresentation {
  items: TextRepresentation[];
  next?: string;
}

export interface PageTextVersion {
  items: TextVersion[];
  next?: string;
}

export type Part = 'WHOLE' | 'BEGUN' | 'ENDED' | 'BROKEN_OFF';

export interface Participant {
  delegation?: UUID;
  party?: string;
  partyName?: string;
  partyKind?: PartyKind;
  host: boolean;
  level?: DisclosedLevel;
  role?: Role;
  person?: Reference;
  rank?: PersonText;
  name?: PersonText;
  post?: PersonText;
}

export interface ParticipantList {
  series?: Series;
  note?: string;
  items: Participant[];
  next?: string;
}

export interface Particulars {
  leadNation?: boolean;
  capabilityCoalition?: string;
  overlap?: string;
  rate?: Rate;
  quantityBasis?: ValueBasis;
  moneyBasis?: ValueBasis;
  euroBasis?: ValueBasis;
}

export interface Party {
  party?: string;
  lastActivity?: Last;
  stale: boolean;
  activities: Last[];
  overdueQuestions: number;
}

export type PartyAttribute = 'COALITION_MEMBER' | 'BENEFICIARY' | 'SUPPORTING_POWER' | 'NUCLEAR_CAPABLE' | 'EUROPEAN' | 'EU_MEMBER' | 'NATO_MEMBER';

export interface PartyDescription {
  names?: { [name: string]: string };
  attributes?: Attribute[];
}

export interface PartyGroupDescription {
  series?: Series;
  names?: { [name: string]: string };
  members?: DelegationMember[];
}

export interface PartyGroupRepresentation {
  id: UUID;
  series?: Series;
  names: { [name: string]: string };
  members: DelegationMember[];
  label?: Representation;
  version: number;
}

export type PartyKind = 'STATE' | 'ORGANISATION';

export interface PartyRegistration {
  code?: string;
  kind?: PartyKind;
  names?: { [name: string]: string };
  attributes?: Attribute[];
}

export interface PartyRepresentation {
  code?: string;
  series?: Series;
  kind?: PartyKind;
  names: { [name: string]: string };
  attributes: Attribute[];
  focalPoints: FocalPoint[];
  label?: Representation;
  version: number;
}

export interface Period {
  from?: DisclosedDay;
  until?: DisclosedDay;
}

export interface PersonDescription {
  name?: string;
  post?: string;
  rank?: Rank;
}

export interface PersonRecord {
  party?: string;
  name?: string;
  post?: string;
  rank?: Rank;
  label?: Representation;
}

export interface PersonRepresentation {
  id: UUID;
  series?: Series;
  party?: string;
  name?: PersonText;
  post?: PersonText;
  rank?: Rank;
  erased?: LocalDate;
  label?: Representation;
  version: number;
}

export type PersonText = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export interface Pledge {
  party?: string;
  basis?: CommitmentsBasis;
  kind?: CommitmentsKind;
  category?: string;
  title?: string;
  text?: string;
  priority?: PriorityCode;
  contributions?: Contribution[];
  quantity?: Quantity;
  money?: Money;
  euroValue?: Money;
  period?: Period;
  place?: DisclosedText;
  domain?: Domain;
  announcedOn?: DisclosedDay;
  sources?: Source[];
  group?: string;
  pointOfContact?: UUID;
  instrument?: UUID;
  approvals?: string[];
  caveats?: Caveat[];
  conditions?: Condition[];
  triggers?: Trigger[];
  relations?: Relations;
  particulars?: Particulars;
  shares?: DescribedShare[];
  amountsLabel?: Representation;
  externalId?: string;
  label?: Representation;
}

export interface PointOfContact {
  commitment?: UUID;
  title?: string;
  party?: string;
  person?: UUID;
  status?: ContactStatus;
  since?: LocalDate;
}

export interface PositionRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  priority?: PriorityCode;
  stance?: Stance;
  reservation?: string;
  statedOn?: LocalDate;
  source?: string;
  withdrawn: boolean;
  withdrawalReason?: string;
  label?: Representation;
  version: number;
}

export interface PositionStatement {
  party?: string;
  priority?: PriorityCode;
  stance?: Stance;
  reservation?: string;
  statedOn?: LocalDate;
  source?: string;
  label?: Representation;
}

export interface PositionWithdrawal {
  reason?: string;
}

export interface Presentation {
  delegation?: UUID;
  persons?: string[];
  issuedBy?: UUID;
  issuedOn?: LocalDate;
  presentedOn?: LocalDate;
  label?: Representation;
}

export interface PrioritiesAct {
  act?: QuestionActKind;
  day?: LocalDate;
  text?: string;
  source?: string;
}

export interface PrioritiesCircle {
  parties: string[];
  commitments: PrioritiesMember[];
}

export interface PrioritiesContributionRepresentation {
  commitment?: UUID;
  title?: string;
  party?: string;
  lead?: string;
  element?: string;
  quantity?: Quantity;
  stage?: PrioritiesStage;
  until?: LocalDate;
  wakesOn: string[];
  awake?: boolean;
  counts: PrioritiesCounts[];
}

export interface PrioritiesCounts {
  what?: Figure;
  quantity?: number;
  undisclosed: number;
  commitments: number;
  until?: LocalDate;
  rule?: string;
}

export interface PrioritiesDifference {
  pledged?: Figure1;
  committed?: Figure1;
  assured?: Figure1;
  available?: Figure1;
}

export interface PrioritiesExcluded {
  reason?: Shortfall;
  quantity?: number;
  undisclosed: number;
  commitments: number;
}

export type PrioritiesKind = 'WEAPONRY' | 'TRAINING' | 'INTELLIGENCE_SHARING' | 'FORCE_CONTRIBUTION' | 'MONITORING' | 'LOGISTICS' | 'FINANCIAL_ASSISTANCE' | 'HUMANITARIAN_ASSISTANCE' | 'SANCTIONS' | 'RECONSTRUCTION_FORTIFICATION' | 'DEFENCE_INDUSTRIAL_COOPERATION' | 'ATTACK_RESPONSE';

export interface PrioritiesMember {
  commitment?: UUID;
  party?: string;
  title?: string;
  waitsFor: string[];
}

export interface PrioritiesPhase {
  from?: LocalDate;
  quantity?: number;
  minimum?: number;
}

export type PrioritiesStage = 'PLEDGED' | 'COMMITTED' | 'ASSURED';

export type PrioritiesStanding = 'NOTHING' | 'PLEDGED' | 'COMMITTED' | 'ASSURED' | 'AVAILABLE';

export type PrioritiesState = 'PROPOSED' | 'DETERMINED' | 'RESCINDED';

export type PrioritiesStatus = 'MET' | 'NOT_MET' | 'CANNOT_BE_TOLD';

export type PrioritiesStatus1 = 'OPEN' | 'OVERDUE' | 'RESOLVED';

export interface PrioritiesStep {
  step?: ScenarioStepKind;
  party?: string;
  commitment?: UUID;
  approval?: UUID;
  situation?: SituationKind;
  requirement?: UUID;
  quantity?: number;
  kind?: PrioritiesKind;
  assured?: boolean;
  caveat?: CaveatKind;
  from?: LocalDate;
  until?: LocalDate;
}

export interface PrioritiesWithdrawal {
  reason?: string;
}

export type PriorityCode = 'CEASEFIRE_MONITORING' | 'ARMED_FORCES_SUPPORT' | 'MULTINATIONAL_FORCE' | 'RENEWED_AGGRESSION_RESPONSE' | 'LONG_TERM_DEFENCE_COOPERATION';

export interface PriorityDescription {
  title?: string;
  description?: string;
}

export interface PriorityRepresentation {
  code?: PriorityCode;
  title?: string;
  description?: string;
  label?: Representation;
  version: number;
  series?: Series;
  deliberation?: DeliberationRepresentation;
  texts: TextRepresentation[];
}

export interface Quality {
  score: number;
  missing: Missing[];
}

export interface Quantity {
  quantity?: number;
  unit?: string;
  undisclosed?: Undisclosed;
}

export type QuestionActKind = 'RESOLVED' | 'REOPENED';

export interface QuestionDescription {
  party?: string;
  priority?: PriorityCode;
  text?: string;
  raisedOn?: LocalDate;
  dueOn?: LocalDate;
  source?: string;
  label?: Representation;
}

export interface QuestionRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  priority?: PriorityCode;
  text?: string;
  raisedOn?: LocalDate;
  dueOn?: LocalDate;
  source?: string;
  status?: PrioritiesStatus1;
  daysOpen: number;
  daysOverdue: number;
  acts: PrioritiesAct[];
  label?: Representation;
  version: number;
}

export interface QuestionedCredentials {
  id: UUID;
  version: number;
  gathering?: Occasion;
  delegation?: Reference;
  host?: string;
  status?: string;
  reason?: string;
  examinedOn?: LocalDate;
}

export type Rank = 'HEAD_OF_STATE' | 'HEAD_OF_GOVERNMENT' | 'HEAD_OF_ORGANISATION' | 'MINISTER' | 'DEPUTY_MINISTER' | 'SPECIAL_ENVOY' | 'AMBASSADOR' | 'CHIEF_OF_DEFENCE' | 'SENIOR_OFFICIAL' | 'OTHER';

export interface Rate {
  perEuro?: string;
  on?: LocalDate;
  source?: string;
}

export interface Rate1 {
  currency?: string;
  perEuro?: string;
  origin?: Origin1;
  on?: LocalDate;
  source?: string;
  commitment?: UUID;
  commitments?: number;
}

export interface ReadRepresentation {
  id: UUID;
  at?: Instant;
  part?: Part;
  subject?: string;
  client?: string;
  party?: string;
  roles: string[];
  traceId?: string;
  method?: string;
  path?: string;
  query?: string;
  status: number;
  mediaType?: string;
  export: boolean;
  records?: number;
  digest?: string;
}

export interface Readiness {
  level?: ReadinessLevel;
  noticeDays?: number;
  statedOn?: LocalDate;
  validUntil?: LocalDate;
  freshness?: Freshness;
  statements: number;
}

export type ReadinessLevel = 'NOT_READY' | 'IN_PREPARATION' | 'READY_WITH_NOTICE' | 'READY';

export interface ReadinessRequest {
  level?: ReadinessLevel;
  noticeDays?: number;
  validUntil?: LocalDate;
  doneOn?: LocalDate;
  effectiveOn?: LocalDate;
  person?: UUID;
  source?: string;
}

export type Reason = 'NEW_FACT' | 'CORRECTION' | 'REVALUATION' | 'RECLASSIFICATION' | 'EXCHANGE_RATE';

export interface Receipt {
  quantity?: Quantity;
  money?: Money;
  day?: DisclosedDay;
  source?: string;
  person?: UUID;
}

export interface Received {
  quantity?: Quantity;
  money?: Money;
  day?: DisclosedDay;
  source?: string;
  person?: Reference;
  notedOn?: LocalDate;
}

export interface RecordedDaysRepresentation {
  series?: Series;
  note?: string;
  from?: LocalDate;
  until?: LocalDate;
  assumed: SituationKind[];
  requirements: OfRequirement2[];
}

export type Reference = string | {
  undisclosed: 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';
};

export interface Relations {
  supersedes?: string[];
  supplements?: string[];
}

export interface RelationsRepresentation {
  supersedes?: Reference[];
  supplements?: Reference[];
}

export type Release = 'NATIONAL' | 'NAMED' | 'COALITION' | 'PUBLIC';

export interface ReleasedChange {
  id: string;
  type: string;
  source: string;
  subject: string;
  href?: string;
  recordedAt: string;
  effectiveOn?: string;
  party?: string;
  series?: string;
  changed?: string[];
  withdrawn: boolean;
}

export interface ReportRow {
  row: number;
  line: number;
  column?: string;
  externalId?: string;
  outcome?: RowOutcome;
  code?: string;
  message?: string;
  value?: string;
  commitment?: UUID;
  takenBack?: TakenBack;
  finding: number;
}

export interface Representation {
  release?: Release;
  parties?: string[];
}

export interface RequirementDescription {
  series?: Series;
  priority?: PriorityCode;
  title?: string;
  unit?: string;
  quantity?: number;
  minimum?: number;
  domain?: Domain;
  place?: string;
  host?: string;
  from?: LocalDate;
  until?: LocalDate;
  kinds?: PrioritiesKind[];
  bindingForm?: BindingForm;
  attributeRule?: string;
  label?: Representation;
  rotationFactor?: number;
  phases?: PrioritiesPhase[];
  attributeRules?: AttributeRule[];
}

export interface RequirementRepresentation {
  id: UUID;
  series?: Series;
  priority?: PriorityCode;
  title?: string;
  unit?: string;
  quantity?: number;
  minimum?: number;
  domain?: Domain;
  place?: string;
  host?: string;
  from?: LocalDate;
  until?: LocalDate;
  kinds: PrioritiesKind[];
  bindingForm?: BindingForm;
  attributeRule?: string;
  rotationFactor?: number;
  phases: PrioritiesPhase[];
  attributeRules: AttributeRule[];
  withdrawn: boolean;
  withdrawalReason?: string;
  label?: Representation;
  version: number;
}

export interface Rescission {
  from?: LocalDate;
  reason?: string;
  on?: LocalDate;
}

export interface Resolution {
  day?: LocalDate;
  text?: string;
  source?: string;
}

export interface RestructureRepresentation {
  id: UUID;
  delegation?: UUID;
  delegationVersion: number;
  reason?: string;
  announcedBy?: string;
  announcedAt?: DisclosedInstant;
  effectiveAt?: DisclosedInstant;
  effectiveOn?: LocalDate;
  effectiveBasis?: DelegationBasis;
  recordedAt?: DisclosedInstant;
  notice?: Quantity;
  from?: CompositionRepresentation;
  to?: CompositionRepresentation;
  levelChange?: LevelChange;
  sources: Source[];
  corrects?: UUID;
  correctedBy?: UUID;
  correctionReason?: string;
  correctionSources?: Source[];
}

export interface Restructuring {
  reason?: string;
  announcedBy?: string;
  announcedAt?: DisclosedInstant;
  effectiveAt?: DisclosedInstant;
  level?: DisclosedLevel;
  head?: Head;
  members?: string[];
  represents?: string;
  sources?: Source[];
}

export interface Revocation {
  revokedOn?: LocalDate;
  reason?: string;
}

export type Role = 'HEAD' | 'MEMBER';

export interface Row {
  caveat?: CaveatKind;
  excludes?: string;
  reason?: string;
}

export type RowOutcome = 'PENDING' | 'IMPORTED' | 'AMENDED' | 'UNCHANGED' | 'REJECTED' | 'NOT_STORED';

export interface ScenarioDescription {
  party?: string;
  series?: Series;
  title?: string;
  steps?: PrioritiesStep[];
  label?: Representation;
}

export interface ScenarioEvaluation {
  series?: Series;
  note?: string;
  asOf?: LocalDate;
  evaluations: One[];
}

export interface ScenarioRepresentation {
  id: UUID;
  party?: string;
  series?: Series;
  title?: string;
  steps: StepRepresentation[];
  label?: Representation;
  version: number;
}

export type ScenarioStepKind = 'WITHDRAW_PARTY' | 'WITHDRAW_COMMITMENT' | 'REFUSE_APPROVAL' | 'DELAY_APPROVAL' | 'GRANT_APPROVAL' | 'SITUATION' | 'ADD_PLEDGE' | 'DROP_CAVEAT';

export type Series = 'REAL' | 'EXERCISE';

export interface Session {
  subject: string;
  name?: string;
  party?: string;
  roles: string[];
  by: 'SESSION' | 'TOKEN';
  until: string;
  notice: string;
  unsafeMethods?: {
    origin?: string;
    headers?: { [name: string]: string };
  };
  signOut?: string;
}

export interface Share {
  percent?: string;
  euro?: string;
}

export interface ShareConfirmation {
  person?: UUID;
  doneOn?: LocalDate;
  source?: string;
}

export interface ShareRepresentation {
  party?: string;
  percent?: number;
  state?: ShareState;
  since?: LocalDate;
}

export type ShareState = 'AWAITED' | 'CONFIRMED' | 'WITHDRAWN';

export type Shortfall = 'KIND_NOT_ELIGIBLE' | 'CAVEAT' | 'EXPIRED' | 'NOT_DECIDED' | 'UNCONFIRMED_ACT' | 'APPROVAL_REFUSED' | 'BINDING_FORM' | 'APPROVAL_OUTSTANDING' | 'CONDITION' | 'READINESS_NOT_STATED' | 'READINESS_STALE' | 'NOT_READY';

export interface Signing {
  party?: string;
  kind?: Kind1;
  person?: UUID;
  doneOn?: LocalDate;
  source?: string;
}

export type SituationActKind = 'PROPOSAL' | 'AMENDMENT' | 'DETERMINATION' | 'CONTEST' | 'CONTEST_WITHDRAWAL' | 'RESCISSION' | 'RESCISSION_WITHDRAWAL';

export interface SituationDescription {
  series?: Series;
  kind?: SituationKind;
  exercise?: boolean;
  title?: string;
  text?: string;
  host?: string;
  place?: string;
  from?: LocalDate;
  until?: LocalDate;
  determinedBy?: string;
  source?: string;
  label?: Representation;
}

export interface SituationInForce {
  id: UUID;
  kind?: SituationKind;
  from?: LocalDate;
  contested: boolean;
}

export type SituationKind = 'CEASEFIRE_IN_FORCE' | 'RENEWED_ARMED_ATTACK' | 'HOST_REQUEST' | 'CONFIRMED_BREACH';

export interface SituationRepresentation {
  id: UUID;
  series?: Series;
  kind?: SituationKind;
  exercise: boolean;
  title?: string;
  text?: string;
  host?: string;
  place?: string;
  from?: LocalDate;
  until?: LocalDate;
  determinedBy?: string;
  source?: string;
  state?: PrioritiesState;
  proposedBy?: string;
  determinedOn?: LocalDate;
  contests: Act1[];
  rescissions: Act1[];
  rescindedFrom?: LocalDate;
  inForce: boolean;
  acts: Act1[];
  label?: Representation;
  version: number;
}

export interface Source {
  url?: string;
  text?: string;
}

export interface Source1 {
  owner?: string;
  citation?: string;
  sheet?: string;
  dataUntil?: LocalDate;
}

export type Stage1 = 'DRAFTED' | 'ADOPTED' | 'SIGNED' | 'IN_FORCE' | 'TERMINATED';

export type Stance = 'SUPPORTS' | 'SUPPORTS_WITH_RESERVATION' | 'UNDECIDED' | 'DOES_NOT_SUPPORT';

export interface Standing1 {
  commitment?: UUID;
  day?: LocalDate;
  excluded: CommitmentsExcluded[];
  conditions: Stated[];
  met: boolean;
  circle: string[];
}

export interface Stated {
  kind?: ConditionKind;
  commitment?: Reference;
  party?: string;
  instrument?: Reference;
  text?: string;
  implied: boolean;
  met?: boolean;
  undisclosed?: Undisclosed;
  why?: string;
}

export interface Statement {
  reason?: string;
  on?: LocalDate;
}

export interface StatementRepresentation {
  id: UUID;
  level?: ReadinessLevel;
  noticeDays?: number;
  person?: Reference;
  doneOn?: LocalDate;
  effectiveOn?: LocalDate;
  validUntil?: LocalDate;
  source?: string;
}

export type Status2 = 'PLANNED' | 'HELD' | 'CANCELLED';

export type StepKind = 'REQUESTED' | 'NOTIFIED' | 'OBJECTED' | 'BEGUN' | 'DEBATED' | 'VOTE_SCHEDULED' | 'GRANTED' | 'REFUSED' | 'RENEWED' | 'REVOKED' | 'CLOSED';

export interface StepRepresentation {
  step?: ScenarioStepKind;
  party?: string;
  commitment?: Reference;
  approval?: Reference;
  situation?: SituationKind;
  requirement?: Reference;
  title?: string;
  quantity?: number;
  kind?: PrioritiesKind;
  assured?: boolean;
  caveat?: CaveatKind;
  from?: LocalDate;
  until?: LocalDate;
  effective: boolean;
}

export interface StepRequest {
  kind?: StepKind;
  doneOn?: LocalDate;
  effectiveOn?: LocalDate;
  until?: LocalDate;
  voteOn?: DisclosedDay;
  votes?: Votes;
  provisos?: string[];
  source?: string;
  note?: string;
  correctsLast?: boolean;
}

export interface StepsToEvaluate {
  series?: Series;
  asOf?: LocalDate;
  all?: boolean;
  steps?: PrioritiesStep[];
}

export interface Sum {
  quantity?: Quantity;
  money?: Money;
  undisclosed: number;
}

export interface Sum1 {
  currency?: string;
  amount?: string;
  count: number;
}

export interface Table {
  caveats: Row[];
}

export interface TakeBack {
  reason?: string;
  requestedAt?: Instant;
  finishedAt?: Instant;
  withdrawn: number;
  restored: number;
  discarded: number;
  changedSince: number;
}

export interface TakeBackRequest {
  reason?: string;
}

export type TakenBack = 'WITHDRAWN' | 'RESTORED' | 'DISCARDED' | 'CHANGED_SINCE';

export interface TextComparison {
  from: number;
  to: number;
  absent: number;
  added: number;
  changed: number;
  same: number;
  clauses: ComparedClause[];
}

export interface TextRecording {
  series?: Series;
  number?: number;
  language?: string;
  status?: TextStatus;
  title?: string;
  day?: LocalDate;
  source?: string;
  label?: Representation;
}

export interface TextRepresentation {
  id: UUID;
  series?: Series;
  priority?: PriorityCode;
  number: number;
  language?: string;
  status?: TextStatus;
  title?: string;
  day?: LocalDate;
  source?: string;
  label?: Representation;
  version: number;
}

export type TextStatus = 'DRAFT' | 'FINAL';

export interface TextVersion {
  number: number;
  status?: CommitmentsStatus1;
  language?: string;
  day?: LocalDate;
  source?: string;
  clauses: number;
  digest?: string;
}

export interface Together {
  parties: string[];
  left?: number;
}

export interface Total {
  commitments: number;
  euro?: string;
  undisclosed: number;
}

export interface Total1 {
  key?: string;
  count: number;
  euro?: string;
  euroStated: number;
  euroUndisclosed: number;
  money: Sum1[];
  moneyUndisclosed: number;
  quantityUndisclosed: number;
  inCurrency?: Converted;
  shareOfGdp?: Share;
}

export interface Totals {
  series?: Series;
  note?: string;
  state?: CommitmentsState;
  groupBy?: Grouping;
  asOf?: LocalDate;
  knownAt?: Instant;
  rate?: Rate1;
  gdp?: Origin;
  items: Total1[];
}

export interface Trigger {
  kind?: TriggerKind;
  day?: LocalDate;
}

export type TriggerKind = 'CEASEFIRE_IN_FORCE' | 'RENEWED_ARMED_ATTACK' | 'HOST_REQUEST' | 'CONFIRMED_BREACH' | 'DATE';

export interface Turn {
  commitment?: UUID;
  title?: string;
  party?: string;
  requirement?: UUID;
  before?: PrioritiesStanding;
  after?: PrioritiesStanding;
  reasons?: string[];
  conditions?: Awaited[];
}

export type UUID = string;

export interface UnavailablePart {
  type: string;
  title: string;
  status: number;
  detail?: string;
  upstream?: string;
  traceId?: string;
}

export interface UndecidedAccreditation {
  id: UUID;
  version: number;
  gathering?: Occasion;
  delegation?: Reference;
  party?: string;
  host?: string;
  person?: Reference;
  requestedOn?: LocalDate;
}

export type Undisclosed = 'NOT_RELEASED' | 'WITHHELD' | 'UNKNOWN' | 'NOT_DECIDED' | 'NOT_APPLICABLE';

export type ValueBasis = 'STATED' | 'COMPUTED' | 'ESTIMATED';

export interface Votes {
  inFavour?: number;
  against?: number;
  abstentions?: number;
}

export interface Waiting {
  since?: LocalDate;
  days: number;
}

export interface Wave {
  number: number;
  commitments: number;
  turns: Turn[];
}

export interface WeakLinkRepresentation {
  series?: Series;
  note?: string;
  asOf?: LocalDate;
  searchedUpTo: number;
  requirements: OfRequirement4[];
  circles: PrioritiesCircle[];
  circlesCut: boolean;
  rules: { [name: string]: string };
}

export type What = 'VOTE' | 'TACIT_CONSENT' | 'LAPSE' | 'EXPIRY' | 'DECISION_IN_EFFECT';

export type What1 = 'ROWS' | 'MONEY' | 'EURO_VALUE';

export interface WithdrawalRequest {
  person?: UUID;
  reason?: string;
  doneOn?: LocalDate;
  source?: string;
}

export interface Withdrawn {
  reason?: string;
  withdrawnOn?: LocalDate;
}

export interface WithoutRequirement {
  pledged: number;
  committed: number;
  assured: number;
  undisclosed: number;
}

export interface WordedText {
  number: number;
  status?: CommitmentsStatus1;
  language?: string;
  day?: LocalDate;
  source?: string;
  digest?: string;
  clauses: Clause[];
}

export interface Wording {
  status?: CommitmentsStatus1;
  language?: string;
  day?: LocalDate;
  source?: string;
  clauses?: Clause[];
}
