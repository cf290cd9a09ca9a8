import { session } from './api';

/** One change as the stream tells it: that it was and of what; what the record says now, the API tells. */
export interface Change {
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

export type Connection = 'connecting' | 'live' | 'away' | 'off';

/** Two of the heartbeats that the gateway sends every 15 s, and a moment. */
const SILENCE_MS = 35_000;
const LONGEST_PAUSE_MS = 15_000;
const MOST_KEPT = 200;

/**
 * The one stream of changes that a page follows. It comes back where it was: the place behind the last event is sent along. Whoever
 * listens is told `change` with the change, and `state` when the connection is another.
 */
class Live extends EventTarget {
  state: Connection = 'connecting';
  /** When the register was last heard of, in milliseconds. */
  heardAt = Date.now();
  /** Services whose changes are not told for now. */
  missing: string[] = [];
  /** The newest first. */
  readonly recent: Change[] = [];
  private source?: EventSource;
  private place?: string;
  private failures = 0;
  private timer?: number;
  private watch?: number;

  open(): void {
    this.close();
    const query = this.place ? `?after=${encodeURIComponent(this.place)}` : '';
    const source = new EventSource(`/api/v1/changes/stream${query}`);
    this.source = source;
    source.addEventListener('heartbeat', event => this.heard(event));
    source.addEventListener('change', event => this.take(event));
    source.addEventListener('missing', event => {
      this.missing = (JSON.parse((event as MessageEvent<string>).data) as { missing: string[] }).missing;
      this.heard(event);
    });
    source.addEventListener('end', () => this.again(0));
    source.addEventListener('error', () => void this.failed(source));
    this.watch = window.setInterval(() => {
      if (Date.now() - this.heardAt > SILENCE_MS && this.state === 'live') this.again(0);
    }, 5_000);
  }

  close(): void {
    this.source?.close();
    clearTimeout(this.timer);
    clearInterval(this.watch);
  }

  /** For good: the session is over. */
  end(): void {
    this.close();
    this.be('off');
  }

  private heard(event: Event): void {
    this.place = (event as MessageEvent<string>).lastEventId || this.place;
    this.heardAt = Date.now();
    this.failures = 0;
    this.be('live');
  }

  private take(event: Event): void {
    const change = JSON.parse((event as MessageEvent<string>).data) as Change;
    this.heard(event);
    if (this.recent.some(before => before.id === change.id)) return;
    this.recent.unshift(change);
    this.recent.length = Math.min(this.recent.length, MOST_KEPT);
    this.dispatchEvent(new CustomEvent<Change>('change', { detail: change }));
  }

  /** A browser comes back by itself after a break, but gives up at any answer that is no stream, a refused token among them. */
  private async failed(source: EventSource): Promise<void> {
    if (source !== this.source || this.state === 'off') return;
    this.be('away');
    if (source.readyState !== EventSource.CLOSED) return;
    this.again(Math.min(LONGEST_PAUSE_MS, 500 * 2 ** this.failures++));
    const asked = await fetch('/session', { cache: 'no-store' }).catch(() => undefined);
    if (asked?.status === 401) session.dispatchEvent(new Event('over'));
    // A place that was good before a restore is none any more: begin at the head, everything is read anew.
    if (asked?.ok && this.failures > 3) this.place = undefined;
  }

  private again(pause: number): void {
    this.close();
    this.be('away');
    this.timer = window.setTimeout(() => this.open(), pause);
  }

  private be(state: Connection): void {
    if (this.state === state) return;
    const back = this.state === 'away' && state === 'live';
    this.state = state;
    this.dispatchEvent(new Event('state'));
    if (back) this.dispatchEvent(new Event('back'));
  }
}

export const live = new Live();
