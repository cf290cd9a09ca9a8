import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failure, read, readAll } from './api';
import { live, type Change } from './live';

/**
 * The stream tells of a change before another service has made of it what is asked here: that takes a tenth of a second as a rule, and a second
 * at most. So it is asked for these moments after the change was told.
 */
const SOON_MS = 60;
const SETTLING_MS = [160, 400, 1_000];
/** However much happens, an answer is not asked for more often: an import changes thousands of records within seconds. */
const SHORTEST_MS = 200;

/** How an answer is got. */
export type How = (url: string, signal: AbortSignal) => Promise<unknown>;

const one: How = async (url, signal) => (await read(url, signal)).body;
/** Of a list every page, up to a bound. */
export const pages: How = (url, signal) => readAll(url, signal);

export interface Page<T> {
  items: T[];
  cut: boolean;
}

/**
 * An answer of the API that an element shows: asked for when its path changes, and again whenever something changes that it hangs on.
 * The former answer stays on screen until the new one is there; a failure then shows beside it, as staleness.
 */
export class Asked<T> implements ReactiveController {
  value?: T;
  failure?: Failure;
  loading = false;
  loadedAt = 0;
  private url?: string;
  private request?: AbortController;
  private soon?: number;
  private timers: number[] = [];
  private askedAt = 0;
  private more = false;

  /**
   * @param path what to ask for now; undefined: nothing
   * @param follows whether a change may have altered the answer; absent: it is about the past, or never changes
   * @param how by one request for what stands at the path, unless said otherwise; then the path need only tell one question from another
   */
  constructor(private readonly host: ReactiveControllerHost, private readonly path: () => string | undefined,
    private readonly follows?: (change: Change) => boolean, private readonly how: How = one) {
    host.addController(this);
  }

  hostConnected(): void {
    live.addEventListener('change', this.changed);
    live.addEventListener('back', this.again);
  }

  hostDisconnected(): void {
    live.removeEventListener('change', this.changed);
    live.removeEventListener('back', this.again);
    this.forget();
    this.request?.abort();
    this.url = undefined;
  }

  hostUpdate(): void {
    const url = this.path();
    if (url === this.url) return;
    this.url = url;
    this.value = undefined;
    this.failure = undefined;
    this.forget();
    if (url) void this.load();
    else this.request?.abort();
  }

  /** Asks once more, or after what is under way: an answer that is given up for the next would never come where much happens. */
  readonly again = (): void => {
    if (!this.url) return;
    if (this.loading) this.more = true;
    else void this.load();
  };

  private readonly changed = (event: Event): void => {
    if (!this.url || !this.follows?.((event as CustomEvent<Change>).detail)) return;
    this.timers.forEach(clearTimeout);
    this.timers = SETTLING_MS.map(moment => this.later(moment, this.again));
    this.askSoon(SOON_MS);
  };

  /** Not put off by what comes meanwhile: where something happens all the time it would never be asked for. */
  private askSoon(millis: number): void {
    this.soon ??= this.later(millis, () => {
      this.soon = undefined;
      this.again();
    });
  }

  private forget(): void {
    [this.soon, ...this.timers].forEach(clearTimeout);
    this.soon = undefined;
    this.timers = [];
  }

  /** So long after the moment from which it may be asked again. */
  private later(millis: number, what: () => void): number {
    return window.setTimeout(what, Math.max(0, this.askedAt + SHORTEST_MS - Date.now()) + millis);
  }

  private async load(): Promise<void> {
    clearTimeout(this.soon);
    this.soon = undefined;
    this.request?.abort();
    const request = (this.request = new AbortController());
    const url = this.url!;
    this.loading = true;
    this.more = false;
    this.askedAt = Date.now();
    this.host.requestUpdate();
    try {
      const value = await this.how(url, request.signal);
      if (this.request !== request) return;
      this.value = value as T;
      this.failure = undefined;
      this.loadedAt = Date.now();
    } catch (e) {
      if (this.request !== request || (e as Error).name === 'AbortError') return;
      if (!(e instanceof Failure)) throw e;
      this.failure = e;
    } finally {
      if (this.request === request) {
        this.loading = false;
        if (this.more) this.askSoon(0);
        this.host.requestUpdate();
      }
    }
  }
}

/** Whether a change is of a record of one of these collections. */
export function of(...collections: string[]): (change: Change) => boolean {
  return change => change.withdrawn || collections.includes(change.source.slice(1)) || collections.some(one => change.href?.startsWith(`/api/v1/${one}/`));
}

/** Whatever coverage is made of. */
export const ofCoverage = (change: Change): boolean => change.withdrawn || !/org\.surety\.(person|question|position|scenario|gathering|delegation)\./.test(change.type);
