#!/usr/bin/env node
/**
 * A service inside the suite's trust: follows the log of commitments and keeps, for each party, how many are filed.
 *
 * Needs Node 18 or newer and amqplib, a plain AMQP 0-9-1 client (npm ci); the store is a JSON file of this one process. Settings are
 * those of the suite's own services, in the environment. The rules it keeps and why: docs/consume-events.md
 *
 *     node consumer.js STORE            follows the log until it is ended, in any way
 *     node consumer.js STORE --show     prints what it has stored
 *     node consumer.js STORE --rebuild  makes the projection anew from the beginning of the log, then follows
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const OWNER = 'commitments';
const TYPES = new Set(
  ['filed', 'amended', 'decided', 'judged', 'readiness-stated', 'withdrawn', 'imported'].map((act) => `org.surety.commitment.${act}.v1`));
const PREFETCH = 200; // deliveries not yet acknowledged: what is in memory, and what is delivered again after a crash
const PAGE = 1000; // the most the feed gives at once
const FOLLOW_MILLIS = 1_000;
const RECONCILE_MILLIS = 30_000;
const LIMIT_MILLIS = 10_000; // for one answer of the feed
const BEGINNING = { logId: null, sequence: 0, changeId: null };

/** The log is not the one that was followed: its owner's database was restored, or is another. */
class Diverged extends Error {}

const say = (text) => console.error(text);
const empty = () => ({ watermark: BEGINNING, applied: 0, filed: {}, commitments: {}, parked: [] });

/**
 * Watermark and projection in one file, which is replaced as a whole: both move or neither. What cannot be written ends the process, so
 * that memory is never ahead of the file that it is read from at the next start.
 */
export class Store {
  constructor(file = null) {
    this.file = file;
    this.state = file !== null && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : empty();
  }

  get watermark() {
    return this.state.watermark;
  }

  /** Applies what is exactly next. False when something is missing before the last of them, or they are of another log. */
  apply(changes) {
    const before = this.watermark;
    const complete = this.#apply(changes);
    if (this.watermark !== before) this.#write();
    return complete;
  }

  /** A new projection from the beginning of the log, which takes the place of the old one when it is complete. */
  async replace(pages) {
    const next = new Store();
    for await (const changes of pages) next.#apply(changes);
    this.state = next.state;
    this.#write();
  }

  #apply(changes) {
    let complete = true;
    for (const change of changes) {
      const { logId, sequence } = this.watermark;
      if (logId !== null && logId !== change.logid) {
        complete = false; // of another log: the feed knows which of the two is the owner's now
      } else if (change.sequence > sequence + 1) {
        complete = false;
      } else if (change.sequence === sequence + 1) {
        this.#rememberOrPark(change);
        this.state.watermark = { logId: change.logid, sequence: change.sequence, changeId: change.id };
        this.state.applied += 1;
      } // else smaller: done already
    }
    return complete;
  }

  /** A change that cannot be applied, by its own fault, is set aside: the others go on, and a later state supersedes it. */
  #rememberOrPark(change) {
    try {
      this.#remember(change);
    } catch (e) {
      this.state.parked.push({ change, reason: String(e) });
    }
  }

  #remember(change) {
    if (!TYPES.has(change.type)) return; // withheld, or of no use here: it has its number, and that is all
    const before = this.state.commitments[change.subject];
    if (before && before.version >= change.subjectversion) return;
    const { party, state } = change.data;
    if (!party || !state || !change.label) throw new TypeError('no party, state or label');
    if (before) this.#count(before, -1);
    const after = { version: change.subjectversion, party, state, label: change.label };
    this.state.commitments[change.subject] = after;
    this.#count(after, 1);
  }

  #count({ party, state }, difference) {
    if (state === 'FILED') this.state.filed[party] = (this.state.filed[party] ?? 0) + difference;
  }

  #write() {
    const fresh = `${this.file}.fresh`;
    const file = fs.openSync(fresh, 'w', 0o600);
    fs.writeFileSync(file, JSON.stringify(this.state));
    fs.fsyncSync(file);
    fs.closeSync(file);
    fs.renameSync(fresh, this.file);
    const folder = fs.openSync(path.dirname(path.resolve(this.file)), 'r');
    fs.fsyncSync(folder); // the new name too is on disk before anything is acknowledged
    fs.closeSync(folder);
  }

  show() {
    const { watermark, applied, parked, filed, commitments } = this.state;
    return {
      logId: watermark.logId,
      sequence: watermark.sequence,
      applied,
      parked: parked.length,
      filed: Object.fromEntries(Object.entries(filed).filter(([, count]) => count !== 0)),
      commitments: Object.fromEntries(Object.entries(commitments).map(([id, c]) => [id, [c.version, c.party, c.state, c.label]])),
    };
  }
}

/** The owner's raw feed, read with this service's own token. */
class Feed {
  #expires = 0;
  #token;

  constructor(environment) {
    this.url = `${environment.SURETY_COMMITMENTS_URL.replace(/\/+$/, '')}/api/v1/log`;
    this.issuer = environment.SURETY_OIDC_ISSUER;
    this.client = {
      grant_type: 'client_credentials',
      client_id: environment.SURETY_SERVICE_CLIENT_ID,
      client_secret: environment.SURETY_SERVICE_CLIENT_SECRET,
    };
  }

  /** The changes behind a place in the log; none at its head. */
  async read({ logId, sequence, changeId }) {
    const place = new URLSearchParams({ after: sequence, limit: PAGE, ...(logId && { logId, changeId }) });
    const answer = await this.#ask(`${this.url}?${place}`, { headers: { authorization: `Bearer ${await this.#bearer()}` } });
    if (answer.status === 409) throw new Diverged();
    if (answer.status !== 200) {
      this.#expires = 0; // whatever it is, the next attempt gets a new token
      throw new Error(`the feed answered ${answer.status}`);
    }
    return (await answer.json()).changes;
  }

  /** The whole log, page by page. */
  async *pages() {
    let mark = BEGINNING;
    for (let changes; (changes = await this.read(mark)).length > 0; ) {
      yield changes;
      const last = changes.at(-1);
      mark = { logId: last.logid, sequence: last.sequence, changeId: last.id };
    }
  }

  async #bearer() {
    if (Date.now() > this.#expires) {
      const { token_endpoint } = await (await this.#ask(`${this.issuer}/.well-known/openid-configuration`)).json();
      const answer = await this.#ask(token_endpoint, { method: 'POST', body: new URLSearchParams(this.client) });
      if (answer.status !== 200) throw new Error(`the identity provider answered ${answer.status}`);
      const { access_token, expires_in } = await answer.json();
      this.#token = access_token;
      this.#expires = Date.now() + (expires_in - 30) * 1_000;
    }
    return this.#token;
  }

  #ask(url, options = {}) {
    return fetch(url, { ...options, signal: AbortSignal.timeout(LIMIT_MILLIS) });
  }
}

class Follower {
  constructor(store, feed, amqp, environment) {
    this.store = store;
    this.feed = feed;
    this.amqp = amqp;
    this.queue = `${environment.SURETY_BROKER_USER}.${OWNER}`;
    this.broker = {
      protocol: environment.SURETY_BROKER_TLS === 'true' ? 'amqps' : 'amqp',
      hostname: environment.SURETY_BROKER_HOST,
      port: Number(environment.SURETY_BROKER_PORT ?? 5672),
      vhost: environment.SURETY_BROKER_VIRTUAL_HOST ?? 'surety',
      username: environment.SURETY_BROKER_USER,
      password: environment.SURETY_BROKER_PASSWORD,
      heartbeat: 10,
    };
  }

  /** While messages flow they are applied; from the moment they do not, the feed is read every second until they do. */
  async run() {
    for (;;) {
      try {
        await this.#listen();
      } catch (e) {
        say(`no messages: ${e}`);
      }
      await this.#lookAtFeed();
      await pause(FOLLOW_MILLIS);
    }
  }

  async #listen() {
    const connection = await this.amqp.connect(this.broker, { timeout: 5_000, servername: this.broker.hostname });
    const taken = [];
    let broken;
    let wake = () => {};
    const end = (reason) => {
      broken ??= reason;
      wake();
    };
    connection.on('error', end).on('close', () => end(new Error('the connection was closed')));
    try {
      const channel = await connection.createChannel();
      channel.on('error', end).on('close', () => end(new Error('the channel was closed')));
      await channel.prefetch(PREFETCH);
      await channel.consume(this.queue, (message) => {
        if (message) taken.push(message);
        else end(new Error(`the broker has cancelled ${this.queue}`));
        wake();
      });
      await this.#lookAtFeed(); // what was published while nobody listened may have gone past the queue
      let looked = Date.now();
      say(`listens to ${this.queue}`);
      while (!broken) {
        if (taken.length === 0) await Promise.race([new Promise((resolve) => (wake = resolve)), pause(FOLLOW_MILLIS)]);
        if (taken.length > 0) await this.#deliver(channel, taken.splice(0));
        if (Date.now() - looked > RECONCILE_MILLIS) {
          await this.#lookAtFeed(); // a lost last message leaves no hole behind which another could show it
          looked = Date.now();
        }
      }
      throw broken;
    } finally {
      connection.close().catch(() => {});
    }
  }

  async #deliver(channel, messages) {
    const changes = messages.map(changeOf);
    const complete = this.store.apply(changes.filter((change) => change !== null));
    if (!complete || changes.includes(null)) {
      say(`a hole behind ${this.store.watermark.sequence}: the feed has it`);
      await this.#catchUp();
    }
    // Only now: what is not stored is delivered again. Duplicates and what is of another log end here too.
    channel.ack(messages.at(-1), true);
  }

  async #catchUp() {
    try {
      for (let changes; (changes = await this.feed.read(this.store.watermark)).length > 0; ) this.store.apply(changes);
    } catch (e) {
      if (!(e instanceof Diverged)) throw e;
      say('the log has diverged: the projection is made anew');
      await this.rebuild();
    }
  }

  rebuild() {
    return this.store.replace(this.feed.pages());
  }

  /** The owner may be away as well; what the queue holds is applied all the same. */
  async #lookAtFeed() {
    try {
      await this.#catchUp();
    } catch (e) {
      say(`no feed: ${e}`);
    }
  }
}

/** The change in a message, in the form of the feed; null when it is none: the feed has what it should have been. */
export function changeOf({ properties, content }) {
  try {
    const change = {};
    for (const [name, value] of Object.entries(properties.headers)) {
      if (name.startsWith('cloudEvents:')) change[name.slice('cloudEvents:'.length)] = value;
    }
    for (const number of ['sequence', 'subjectversion']) {
      change[number] = Number(change[number]);
      if (!Number.isSafeInteger(change[number])) throw new TypeError(`no ${number}`);
    }
    if (!change.id || !change.logid) throw new TypeError('no id or log');
    return { ...change, data: content.length > 0 ? JSON.parse(content.toString('utf8')) : null };
  } catch (e) {
    say(`not a change: ${e}`);
    return null;
  }
}

async function main(file, act) {
  if (!file || ![undefined, '--show', '--rebuild'].includes(act)) {
    say('node consumer.js STORE [--show | --rebuild]');
    process.exit(2);
  }
  const store = new Store(file);
  if (act === '--show') {
    console.log(JSON.stringify(store.show()));
    return;
  }
  const { default: amqp } = await import('amqplib');
  const follower = new Follower(store, new Feed(process.env), amqp, process.env);
  if (act === '--rebuild') await follower.rebuild();
  await follower.run();
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(...process.argv.slice(2));
}
