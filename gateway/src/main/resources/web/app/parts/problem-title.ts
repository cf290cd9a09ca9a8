import { html, type TemplateResult } from 'lit';
import type { Failure } from '../api';
import { Part } from '../part';
import { language } from '../words';

/** Not there as long as no problem has been shown in French. */
let french: Record<string, string> | undefined;

/** What kind of problem it is, in the language of the board; of a kind that the board does not know, and until it does, in the register's English. */
class ProblemTitle extends Part {
  static override properties = { refused: {} };
  declare refused: Failure;

  protected override render(): TemplateResult {
    const { code, problem } = this.refused;
    const asked = language() === 'fr' && code !== '';
    if (asked && !french) void this.load();
    const known = asked ? french?.[code] : undefined;
    return html`<span lang=${known ? 'fr' : 'en'}>${known ?? problem.title}</span>`;
  }

  private async load(): Promise<void> {
    try {
      french = (await import('../problems')).TITLES;
    } catch {
      // Where nothing can be had the English is.
      return;
    }
    this.requestUpdate();
  }
}

customElements.define('problem-title', ProblemTitle);
