import { LitElement } from 'lit';
import { address } from './address';
import { names } from './names';

/**
 * An element of the board. It renders into the page itself and not into a shadow tree: one style sheet, one order of headings, labels
 * that reach across elements, and a page that prints. It renders again whenever the address changes, and when it is known what parties are called.
 */
export abstract class Part extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    address.addEventListener('change', this.onAnything);
    names.addEventListener('change', this.onAnything);
  }

  override disconnectedCallback(): void {
    address.removeEventListener('change', this.onAnything);
    names.removeEventListener('change', this.onAnything);
    super.disconnectedCallback();
  }

  protected readonly onAnything = (): void => this.requestUpdate();
}

/** What the address says of the whole board. */
export function scope(): { series: 'REAL' | 'EXERCISE'; known?: string; day?: string } {
  return {
    series: address.get('series') === 'REAL' ? 'REAL' : 'EXERCISE',
    known: address.get('known'),
    day: address.get('day')
  };
}
