import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { ageing, type Approval } from '../approval';
import { day, number } from '../format';
import { names } from '../names';
import { code, words } from '../words';
import { blockWord, nextStep } from './approval';
import { table, type Column } from './table';

const t = words({
  waiting: 'Approvals that wait or end',
  body: 'Body',
  approval: 'Approval',
  effect: 'Effect',
  stands: 'Stands at',
  since: 'Waited for since',
  days: '{day}, {days} {days|day|days}',
  next: 'Comes next',
  more: '{count} more on the board.',
  rest: 'Of {count} that are needed, those that wait or end by themselves.',
  positions: 'Positions',
  stance: 'Stance',
  parties: 'Parties',
  reserved: '{party}: {reservation}',
  questions: 'Open questions',
  question: 'Question',
  owner: 'Owner',
  due: 'Due',
  overdue: '{days} {days|day|days} overdue'
}, {
  waiting: 'Autorisations en attente ou qui prennent fin',
  body: 'Organe',
  approval: 'Autorisation',
  effect: 'Effet',
  stands: 'État',
  since: 'Attendue depuis',
  days: '{day}, {days} {days|jour|jours}',
  next: 'Étape suivante',
  more: '{count} de plus au tableau.',
  rest: 'Sur {count} nécessaires, celles qui attendent ou prennent fin d’elles-mêmes.',
  positions: 'Positions',
  stance: 'Position',
  parties: 'Parties',
  reserved: '{party} : {reservation}',
  questions: 'Questions ouvertes',
  question: 'Question',
  owner: 'Responsable',
  due: 'Échéance',
  overdue: '{days} {days|jour|jours} de retard'
});

export interface Position {
  id: string;
  party: string;
  stance: string;
  reservation?: string;
  statedOn: string;
  source?: string;
}

export interface Question {
  id: string;
  party: string;
  text: string;
  dueOn?: string;
  status: string;
  daysOverdue: number;
}

/** So many that two pages hold them all; the rest is counted. */
const MOST_APPROVALS = 10;
const MOST_QUESTIONS = 8;

export function waitingTable(approvals: Approval[], needed: number): TemplateResult {
  const shape: Column<Approval>[] = [
    { id: 'body', label: t('body'), value: row => row.body },
    { id: 'approval', label: t('approval'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ panel: 'approvals', approval: row.id })}>${row.title}</a>` },
    { id: 'effect', label: t('effect'), value: row => code(row.effect) },
    { id: 'stands', label: t('stands'), value: row => `${code(row.standing.status)}, ${blockWord(row)}` },
    { id: 'since', label: t('since'), value: row => ageing(row)?.since, cell: row => (ageing(row) ? t('days', { day: day(ageing(row)!.since), days: ageing(row)!.days }) : '') },
    { id: 'next', label: t('next'), value: nextStep }
  ];
  return html`<p class="note">${t('rest', { count: needed })}${approvals.length > MOST_APPROVALS ? html` ${t('more', { count: approvals.length - MOST_APPROVALS })}` : nothing}</p>
    ${table('brief-approvals', t('waiting'), shape, approvals.slice(0, MOST_APPROVALS))}`;
}

const STANCES = ['SUPPORTS', 'SUPPORTS_WITH_RESERVATION', 'UNDECIDED', 'DOES_NOT_SUPPORT'];

/** The parties by their stance; a reservation is never left out. */
export function positionsOf(positions: Position[]): TemplateResult {
  const rows = STANCES.map(stance => ({ stance, of: positions.filter(one => one.stance === stance) })).filter(row => row.of.length);
  return table('brief-positions', t('positions'), [
    { id: 'stance', label: t('stance'), head: true, value: row => `${code(row.stance)} (${number(row.of.length)})` },
    { id: 'parties', label: t('parties'), value: row => row.of.length, cell: row => row.of.map((one, i) => html`${i ? (one.reservation ? '; ' : ', ') : ''}${one.reservation
      ? html`<span>${t('reserved', { party: names.of(one.party), reservation: '' })}<span lang="en">${one.reservation}</span></span>` : names.of(one.party)}`) }
  ], rows);
}

export function questionsTable(questions: Question[]): TemplateResult {
  const rows = [...questions].sort((a, b) => b.daysOverdue - a.daysOverdue);
  const shape: Column<Question>[] = [
    { id: 'question', label: t('question'), head: true, value: row => row.text, cell: row => html`<span lang="en">${row.text}</span>` },
    { id: 'owner', label: t('owner'), value: row => names.of(row.party) },
    { id: 'due', label: t('due'), value: row => row.dueOn, cell: row => html`${day(row.dueOn)}${row.daysOverdue > 0 ? html` <span class="tag bad">${t('overdue', { days: row.daysOverdue })}</span>` : nothing}` }
  ];
  return html`${table('brief-questions', t('questions'), shape, rows.slice(0, MOST_QUESTIONS))}${rows.length > MOST_QUESTIONS ? html`<p class="note">${t('more', { count: rows.length - MOST_QUESTIONS })}</p>` : nothing}`;
}
