import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { Failure, path, read, send } from '../api';
import { Asked, of } from '../asked';
import { Part } from '../part';
import { conflict } from '../parts/conflict';
import { peopleOf, personName } from './people';
import type { Option } from './fields';
import { Form } from './form';
import { differing, summary } from './outcome';
import { tag } from './tag';
import { changesOf } from './told';
import { merged, type Values } from './values';

export interface Versioned {
  id: string;
  version: number;
}

/**
 * An act on a record that is there: the record is shown beside the form, and the act is one on the version that the person has read. If
 * somebody else was faster, the person sees what has changed and says whether the act is still meant.
 */
export abstract class Deed<T extends Versioned> extends Part {
  protected readonly form: Form;
  protected readonly people = peopleOf(this);
  protected readonly record: Asked<T>;
  /** The version that the person acts on. */
  protected read?: T;
  private theirs?: T;

  constructor(private readonly collection: string) {
    super();
    this.form = new Form(this, collection);
    this.record = new Asked<T>(this, () => this.chosen ? this.pathOf(this.chosen) : undefined, of(collection));
  }

  /** What the form holds before anything is typed. */
  protected abstract initial(record: T): Values;

  /** The record that the address names. */
  protected get chosen(): string | undefined {
    return address.get('id');
  }

  protected pathOf(id: string): string {
    return path(`${this.collection}/${id}`);
  }

  /** One form for each record and kind of act. */
  protected name(record: T): string {
    return `${this.collection} ${record.id}`;
  }

  /** Whoever follows a link to another record has left this page by then: it asks for nothing under the other's id. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override willUpdate(): void {
    const record = this.record.value;
    if (!record || record.id !== this.chosen || this.form.sending) return;
    const name = this.name(record);
    if (!this.form.is(name)) {
      this.theirs = undefined;
      this.form.begin(name, this.initial(record), record.version);
      this.read = record;
    } else if (record.version > this.form.version! && !this.form.touched && !this.theirs) {
      // Nothing is typed yet: the person reads the new version, so that is the one acted on.
      this.form.begin(name, this.initial(record), record.version);
      this.read = record;
    }
  }

  /** Chooses the record; the address holds which. */
  protected chooser(label: string, empty: string, choices: Option[]): TemplateResult {
    const { chosen } = this;
    const id = this.form.fieldId('record');
    const choose = (event: Event): void => {
      this.form.done = undefined;
      address.go({ id: (event.target as HTMLSelectElement).value });
    };
    return html`<form class="entry" @submit=${(event: Event) => event.preventDefault()}><div class="field"><label for=${id}>${label}</label>
      <select id=${id} @change=${choose}><option value="" .selected=${!chosen}>${empty}</option>
        ${choices.map(one => html`<option value=${one.value} .selected=${one.value === chosen}>${one.label}</option>`)}</select></div></form>`;
  }

  /** Which of several acts it is to be; of one nothing is asked. */
  protected choice<A extends string>(label: string, acts: readonly A[], chosen: A, name: (act: A) => string): TemplateResult | typeof nothing {
    return acts.length > 1 ? html`<nav class="views acts" aria-label=${label}>${acts.map(one => html`<a href=${address.href({ act: one })} aria-current=${one === chosen ? 'true' : nothing}>${name(one)}</a>`)}</nav>` : nothing;
  }

  protected show(fields: TemplateResult, act: string): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      this.act();
    };
    return html`<form class="entry" novalidate aria-label=${act} @submit=${submit}>
      ${this.theirs ? this.conflict(this.theirs) : nothing} ${summary(this.form)} ${fields}
      <p class="row"><button class="primary" ?disabled=${this.form.sending || !!this.theirs}>${act}</button></p>
    </form>`;
  }

  /** Whether what is typed replaces what the record says: then both are laid beside each other field by field, and what only one has changed stands. */
  protected get replaces(): boolean {
    return false;
  }

  private conflict(theirs: T): TemplateResult {
    const { form, replaces } = this;
    const now = this.initial(theirs);
    return conflict({
      href: path(`${this.collection}/${theirs.id}`),
      before: !replaces,
      rows: replaces ? differing(form, now) : changesOf(this.read ?? theirs, theirs, id => this.people.value?.items.some(one => one.id === id) ? personName(this.people, id) : undefined),
      take: () => {
        form.goOn(replaces ? merged(form.base, form.values, now) : form.values, replaces ? now : form.base, theirs.version);
        Object.assign(this, { read: theirs, theirs: undefined });
        this.act();
      },
      drop: () => {
        Object.assign(this, { read: theirs, theirs: undefined });
        form.drop(now, theirs.version);
      }
    });
  }

  /** Sends what is typed, on the version that the person has seen. */
  protected abstract act(): void;

  /** Posts what is said to the act's path, and reads anew what has come of it. Without a path it replaces what the record says. */
  protected async post(to: string | undefined, body: object, told: (record: T, answer: object) => TemplateResult, { versioned = true } = {}): Promise<void> {
    const { form } = this;
    const id = this.chosen!;
    const taken = await form.send(async key => {
      const version = versioned ? tag(form.version) : undefined;
      const answer = await (to
        ? send<object>(path(`${this.collection}/${id}/${to}`), { body, version, key })
        : send<object>(path(`${this.collection}/${id}`), { method: 'PUT', body, version }));
      return told(this.record.value!, answer.body);
    });
    if (!taken && form.refused?.status !== 412) return;
    try {
      const now = (await read<T>(this.pathOf(id))).body;
      if (taken) {
        form.begin(this.name(now), this.initial(now), now.version);
        this.read = now;
        this.record.again();
      } else {
        this.theirs = now;
      }
    } catch (e) {
      if (!(e instanceof Failure)) throw e;
      form.refused = e;
    }
    this.requestUpdate();
    await this.updateComplete;
    if (!taken) this.querySelector<HTMLElement>('.conflict')?.focus();
  }
}
