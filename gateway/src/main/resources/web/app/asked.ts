import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Failure, read, readAll } from './api';
import { live, type Change } from './live';

/**
 * The stream tells of a change before another service has made of it what is asked here: that takes a tenth of a second as a rule, and a second
 * at most. So it is asked for these moments after the change was told.
 */
const SOON_MS = 60;
const SETTLING_MS = [130, 300, 1_000];
/** However much happens, an answer is not asked for more often within a second: an import changes thousands of records. */
const MOST_A_SECOND = 5;

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
  /** When it was asked for last, the latest at the end. */
  private asked: number[] = [];
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
    this.timers = SETTLING_MS.map(moment => window.setTimeout(() => this.askSoon(0), moment));
    this.askSoon(SOON_MS);
  };

  /**
   * So long from now, or when it may be asked again. Not put off by what comes meanwhile: where something happens all the time it would never
   * be asked for.
   */
  private askSoon(millis: number): void {
    const full = this.asked.length < MOST_A_SECOND ? 0 : this.asked[0]! + 1_000 - Date.now();
    this.soon ??= window.setTimeout(() => {
      this.soon = undefined;
      this.again();
    }, Math.max(millis, full));
  }

  private forget(): void {
    [this.soon, ...this.timers].forEach(clearTimeout);
    this.soon = undefined;
    this.timers = [];
  }

  private async load(): Promise<void> {
    clearTimeout(this.soon);
    this.soon = undefined;
    this.request?.abort();
    const request = (this.request = new AbortController());
    const url = this.url!;
    this.loading = true;
    this.more = false;
    this.asked = [...this.asked, Date.now()].slice(-MOST_A_SECOND);
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
