import { html, type TemplateResult } from 'lit';
import type { Answered } from '../answered';
import { path } from '../api';
import type { PersonRepresentation } from '../api-types';
import { Asked } from '../asked';
import type { Source } from '../delegation';
import { isUndisclosed, type Undisclosed } from '../format';
import { Part, scope } from '../part';
import { code, words } from '../words';

const t = words({ undisclosed: 'undisclosed: {reason}' }, { undisclosed: 'non communiqué : {reason}' });

/** A text of the register, or why it is not told. */
export function said(value: string | Undisclosed | undefined): TemplateResult | string {
  return isUndisclosed(value) ? html`<span class="undisclosed">${t('undisclosed', { reason: code(value.undisclosed) })}</span>` : value ?? '';
}

/** The same for a file. */
export function saidPlainly(value: string | Undisclosed | undefined): string | undefined {
  return isUndisclosed(value) ? t('undisclosed', { reason: code(value.undisclosed) }) : value;
}

export function sourceList(sources: Source[]): TemplateResult {
  return html`<ul>${sources.map(one => html`<li lang="en">${one.url ? html`<a href=${one.url} target="_blank" rel="noreferrer">${one.text ?? one.url}</a>` : one.text}</li>`)}</ul>`;
}

interface Person {
  name: string | Undisclosed;
  post?: string | Undisclosed;
  rank: string | Undisclosed;
}

/** One person by name and post, as far as that is released. */
class PersonName extends Part {
  static override properties = { person: {} };
  declare person: string;

  private readonly asked = new Asked<Answered<Person, PersonRepresentation>>(this, () => path(`persons/${this.person}`, { knownAt: scope().known }), change => change.subject === this.person);

  protected override render(): TemplateResult {
    const { value, failure } = this.asked;
    if (value) return html`${said(value.name)}${value.post ? html`, <span lang="en">${said(value.post)}</span>` : ''}`;
    if (failure) return html`<span class="undisclosed">${t('undisclosed', { reason: code('NOT_RELEASED') })}</span>`;
    return html`<span aria-busy="true">…</span>`;
  }
}

customElements.define('surety-person', PersonName);
