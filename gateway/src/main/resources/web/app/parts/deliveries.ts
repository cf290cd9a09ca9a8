import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { Failure, path, read, readAll } from '../api';
import type { DeliveryRepresentation, ShareRepresentation } from '../api-types';
import type { How } from '../asked';
import { money, number, quantity, type Undisclosed } from '../format';
import { names } from '../names';
import { me } from '../user';
import { code, words } from '../words';

const t = words({ percent: '{share}%' }, { percent: '{share} %' });

export interface Figure {
  quantity?: { quantity?: number; unit?: string; undisclosed?: string };
  money?: { amount?: string | number; currency?: string; undisclosed?: string };
}

interface Described extends Figure {
  id: string;
  version: number;
  commitment: string;
  party: string;
  recipient: string;
  stage: string;
  steps: { stage?: string; day?: string | Undisclosed; evidence?: { text?: string; url?: string }[] }[];
  overDelivery: boolean;
  note?: string;
  confirmation: {
    status: string;
    giver: Figure & { day?: string | Undisclosed };
    recipient?: Figure & { day?: string | Undisclosed; source?: string; person?: string | Undisclosed };
  };
  withdrawal?: { reason?: string; withdrawnOn?: string };
}

/** A delivery, with what its commitment is called where that is known. */
export type Delivery = Answered<Described, DeliveryRepresentation> & { title?: string };

export type ShareOf = Answered<{ party: string; percent: number; state: string; since?: string }, ShareRepresentation>;

/** What has come so far is delivered; before, it is on its way. */
const DELIVERED = ['HANDED_OVER', 'DEPLOYED', 'PAID'];

export function isDelivered(of: Delivery): boolean {
  return DELIVERED.includes(of.stage);
}

/** What its giver and its recipient make of it; what was taken back is neither confirmed nor contested. */
export function standing(of: Delivery): string {
  return of.withdrawal ? 'WITHDRAWN' : of.confirmation.status;
}

/** Whether the viewer's party has a word to say of it, or says more of what it gives. */
export function canAct(of: Delivery): boolean {
  return me.writes && !of.withdrawal && (of.party === me.party || (of.recipient === me.party && isDelivered(of)));
}

/** How it stands, and the way to say more of it. */
export function standingLink(of: Delivery, act: string): TemplateResult {
  return html`<span class=${of.confirmation.status === 'CONTESTED' && !of.withdrawal ? 'tag bad' : nothing}>${code(standing(of))}</span>
    ${canAct(of) ? html`<a href=${address.href({ panel: 'work', task: 'delivery', id: of.id, act: undefined })}>${act}<span class="hidden">: ${of.title ?? names.of(of.recipient)}, ${figureOf(of)}</span></a>` : nothing}`;
}

/** How much, in its measure, or why that is not said; of a promise in two measures both. */
export function figureOf(of: Figure): string {
  return [of.quantity && quantity(of.quantity), of.money && money(of.money)].filter(Boolean).join(', ');
}

/** A share as a part of a hundred. */
export function ofHundred(share: number): string {
  return t('percent', { share: number(share) });
}

/** As many commitments are asked what they are called; of more, the rest is told by what is given to whom. */
const MOST_TITLES = 40;
const MOST_KEPT = 500;
const titles = new Map<string, string>();

/** Deliveries with what their commitments are called, which hardly changes and is asked once for a page: a delivery does not say it. */
export const titled: How = async (url, signal) => {
  const page = await readAll<Delivery>(url, signal);
  const unknown = [...new Set(page.items.map(one => one.commitment))].filter(id => !titles.has(id)).slice(0, MOST_TITLES);
  if (titles.size + unknown.length > MOST_KEPT) titles.clear();
  await Promise.all(unknown.map(id => learn(id, signal)));
  return { ...page, items: page.items.map(one => ({ ...one, title: titles.get(one.commitment) })) };
};

async function learn(commitment: string, signal: AbortSignal): Promise<void> {
  try {
    titles.set(commitment, (await read<{ title: string }>(path(`commitments/${commitment}`), signal)).body.title);
  } catch (e) {
    // Without its title the delivery is told by what is given to whom.
    if (!(e instanceof Failure)) throw e;
  }
}
