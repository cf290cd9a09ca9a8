import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { Failure, newKey } from '../api';
import { keep, typed } from './kept';
import { differences, type Values } from './values';

export interface Shown {
  label: string;
  show: (value: string) => string;
}

/**
 * One form that a person fills in: what is typed, what was refused and where, and the key of the one intention behind it. Nothing typed
 * is lost by a refusal, by an expired session or by a reload: only what the register has taken is let go.
 */
export class Form implements ReactiveController {
  values: Values = {};
  /** What it began with. */
  base: Values = {};
  /** Of the record that it began with; undefined: of a new one. */
  version?: number;
  refused?: Failure;
  /** What was done last, to be told. */
  done?: TemplateResult;
  sending = false;
  /** Whether what is in it was typed before a break. */
  restored = false;
  /** The fields on the page by the API's names, with what they are called. */
  readonly fields = new Map<string, Shown>();
  /** Which groups of fields are open, and for which refusal they were opened last. */
  readonly groups = new Map<string, { open: boolean; refused?: Failure }>();
  private name?: string;
  private key = newKey();

  constructor(readonly host: LitElement, readonly id: string) {
    host.addController(this);
  }

  hostConnected(): void {
    this.name = undefined;
  }

  is(name: string): boolean {
    return this.name === name;
  }

  /** Whether the person has changed anything. */
  get touched(): boolean {
    return differences(this.base, this.values).length > 0;
  }

  /** Begins with a record, or goes on where the person was with it. */
  begin(name: string, values: Values, version?: number): void {
    const before = typed(name);
    this.restored = before !== undefined;
    if (name !== this.name) this.groups.clear();
    this.name = name;
    this.values = before?.values ?? { ...values };
    this.base = before?.base ?? values;
    this.version = before ? before.version : version;
    this.key = before?.key ?? newKey();
    this.refused = undefined;
    this.fields.clear();
  }

  /** Begins anew with a record, whatever was typed. */
  drop(values: Values, version?: number): void {
    const name = this.name!;
    keep(name, undefined);
    this.begin(name, values, version);
    this.host.requestUpdate();
  }

  /** Goes on with other values on another version: another intention. */
  goOn(values: Values, base: Values, version: number): void {
    Object.assign(this, { values, base, version, refused: undefined, key: newKey() });
    this.remember();
    this.host.requestUpdate();
  }

  text(name: string): string {
    const value = this.values[name];
    return typeof value === 'string' ? value : '';
  }

  list(name: string): string[] {
    const value = this.values[name];
    return Array.isArray(value) ? value : [];
  }

  set(name: string, value: string | string[]): void {
    this.values = { ...this.values, [name]: value };
    this.remember();
    this.host.requestUpdate();
  }

  /** The rows of a list. */
  count(name: string): number {
    return Number(this.text(`${name}.#`) || 0);
  }

  add(name: string): void {
    this.set(`${name}.#`, String(this.count(name) + 1));
  }

  remove(name: string, row: number): void {
    const rows = this.count(name);
    const values: Values = {};
    for (const [key, value] of Object.entries(this.values)) {
      const match = key.startsWith(`${name}[`) ? /^\[(\d+)\](.*)$/.exec(key.slice(name.length)) : null;
      if (!match) values[key] = value;
      else if (Number(match[1]) !== row) values[`${name}[${Number(match[1]) - (Number(match[1]) > row ? 1 : 0)}]${match[2]}`] = value;
    }
    this.values = values;
    this.set(`${name}.#`, String(rows - 1));
  }

  private remember(): void {
    if (this.name) keep(this.name, { values: this.values, base: this.base, version: this.version, key: this.key });
  }

  /** What was said of a field. */
  errors(name: string): string[] {
    return (this.refused?.problem.violations ?? []).filter(one => this.at(one.field) === name).map(one => one.message);
  }

  /** The field on the page that a violation is about: `head.persons[1]` is shown at `head.persons`. */
  at(field: string | undefined): string | undefined {
    let name = field ?? '';
    while (name && !this.fields.has(name)) name = name.slice(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('['), 0));
    return name || [...this.fields.keys()].find(one => field && one.startsWith(`${field}.`));
  }

  fieldId(name: string): string {
    return `${this.id}-${name.replace(/[^\w-]+/g, '-')}`;
  }

  /** What is sent next is another intention, though no field says so: another file was chosen. */
  another(): void {
    this.key = newKey();
    this.refused = undefined;
    this.host.requestUpdate();
  }

  /** Refuses by itself what the API need not be asked for. */
  refuse(field: string, message: string): void {
    void this.send(() => Promise.reject(new Failure({ title: message, status: 400, violations: [{ field, message }] })));
  }

  /** Sends what is in it. Answers whether it was taken; if not, what was typed stays, and the summary of what is wrong has the focus. */
  async send(act: (key: string) => Promise<TemplateResult | undefined>): Promise<boolean> {
    if (this.sending) return false;
    Object.assign(this, { sending: true, refused: undefined, done: undefined });
    this.host.requestUpdate();
    try {
      this.done = await act(this.key);
      this.key = newKey();
      this.restored = false;
      if (this.name) keep(this.name, undefined);
      return true;
    } catch (e) {
      if (!(e instanceof Failure)) throw e;
      this.refused = e;
      // What was sent under it has been taken: the same again would be refused for ever.
      if (e.code === 'key-reused') this.key = newKey();
      this.remember();
      return false;
    } finally {
      this.sending = false;
      this.host.requestUpdate();
      await this.host.updateComplete;
      const at = this.refused ? `#${this.id}-summary` : this.done ? `#${this.id}-done` : undefined;
      if (at) this.host.querySelector<HTMLElement>(at)?.focus();
    }
  }
}
