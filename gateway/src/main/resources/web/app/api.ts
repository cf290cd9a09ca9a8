/** Why an answer is not there, in the words of the API's problem details (RFC 9457). */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  detail?: string;
  violations?: { field?: string; message: string }[];
  traceId?: string;
}

/** What a request was refused with, or that nobody answered: then the status is 0. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The last part of the problem's type, such as `stale-version`. */
  get code(): string {
    return (this.problem.type ?? '').split('/').pop()!.replace(/\.md$/, '');
  }
}

export interface Answer<T> {
  body: T;
  etag: string | null;
  location: string | null;
  next: string | null;
}

export type Query = Record<string, string | number | boolean | undefined>;

export function path(of: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1/${of}${text ? `?${text}` : ''}`;
}

/** Answers that have a tag, so that an unchanged one is not sent again. Bounded: the oldest go first. */
const known = new Map<string, { etag: string; answer: Answer<unknown> }>();
const MOST_KNOWN = 60;

/** Whoever wants to know that the session is over. */
export const session = new EventTarget();

export async function read<T>(url: string, signal?: AbortSignal): Promise<Answer<T>> {
  const before = known.get(url);
  const response = await ask(url, { signal, headers: before ? { 'If-None-Match': before.etag } : {} });
  if (response.status === 304 && before) return before.answer as Answer<T>;
  const answer = await taken<T>(response);
  if (answer.etag) {
    known.delete(url);
    known.set(url, { etag: answer.etag, answer });
    if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
  }
  return answer;
}

/** Every page of a list, up to `most` items: what is beyond is told, not hidden. */
export async function readAll<T>(url: string, signal?: AbortSignal, most = 2000): Promise<{ items: T[]; cut: boolean }> {
  const items: T[] = [];
  let next: string | null = url;
  while (next && items.length < most) {
    const answer: Answer<{ items: T[]; next?: string }> = await read(next, signal);
    items.push(...answer.body.items);
    next = answer.next ?? null;
  }
  return { items, cut: next !== null };
}

export interface Sending {
  method?: 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** A file that is sent as it is. */
  file?: Blob;
  type?: string;
  version?: string | null;
  /** One for each intention of a person, so that a second click does nothing twice. */
  key?: string;
}

export async function send<T>(url: string, { method = 'POST', body, file, type, version, key }: Sending): Promise<Answer<T>> {
  const headers: Record<string, string> = { 'X-Surety': '1' };
  if (body !== undefined || file) headers['Content-Type'] = type ?? 'application/json';
  if (version) headers['If-Match'] = version;
  if (key) headers['Idempotency-Key'] = key;
  return taken<T>(await ask(url, { method, headers, body: file ?? (body === undefined ? undefined : JSON.stringify(body)) }));
}

/** An answer in another form, such as `text/csv`. */
export async function readFile(url: string, type: string): Promise<Blob> {
  const response = await ask(url, { headers: { Accept: type } });
  if (!response.ok) throw await refused(response);
  return response.blob();
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (e) {
    if ((e as Error).name === 'AbortError') throw e;
    throw new Failure({ title: 'unreachable', status: 0 });
  }
  if (response.status === 401) session.dispatchEvent(new Event('over'));
  return response;
}

async function taken<T>(response: Response): Promise<Answer<T>> {
  if (!response.ok) throw await refused(response);
  const text = await response.text();
  return {
    body: (text ? JSON.parse(text) : undefined) as T,
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
    next: /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('Link') ?? '')?.[1] ?? null
  };
}

async function refused(response: Response): Promise<Failure> {
  try {
    return new Failure({ ...((await response.json()) as Problem), status: response.status });
  } catch {
    return new Failure({ title: response.statusText || String(response.status), status: response.status });
  }
}

/** A key for one intention. */
export function newKey(): string {
  return crypto.randomUUID();
}
