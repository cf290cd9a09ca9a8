import { html, type TemplateResult } from 'lit';
import { address } from './address';
import { Part } from './part';
import { words } from './words';

const t = words({ pause: 'Stay on this panel', resume: 'Go round the panels' }, { pause: 'Rester sur ce panneau', resume: 'Faire défiler les panneaux' });

/** Long enough to read a panel from the back of a room. */
const STAY_MS = 30_000;

/** Shows a screen on a wall one panel after another. It can be stopped, and does not begin where less motion is asked for. */
class WallRotation extends Part {
  static override properties = { panels: {}, panel: {} };
  declare panels: string[];
  declare panel: string;
  private running = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  private timer?: number;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.next(), STAY_MS);
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  private next(): void {
    if (this.running) address.go({ panel: this.panels[(this.panels.indexOf(this.panel) + 1) % this.panels.length] }, true);
  }

  protected override render(): TemplateResult {
    return html`<button type="button" aria-pressed=${!this.running} @click=${() => {
      this.running = !this.running;
      this.requestUpdate();
    }}>${t(this.running ? 'pause' : 'resume')}</button>`;
  }
}

customElements.define('wall-rotation', WallRotation);
