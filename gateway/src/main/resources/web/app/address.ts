/**
 * The address holds all of the board's state that is worth sharing: panel, series, instant, and what a panel adds. A link that is sent
 * to somebody shows the same question - with what is released to whom opens it.
 */
class Address extends EventTarget {
  private present?: Map<string, string>;

  constructor() {
    super();
    this.addEventListener('change', () => {
      this.present = undefined;
    });
    addEventListener('popstate', () => this.dispatchEvent(new Event('change')));
  }

  get(name: string): string | undefined {
    return this.parameters().get(name);
  }

  /** Where a link with these changes leads; an undefined value is left out. Names in `KEPT` survive a change of the panel. */
  href(changes: Record<string, string | undefined>): string {
    const present = this.parameters();
    const otherPanel = 'panel' in changes && changes.panel !== present.get('panel');
    let query = '';
    const add = (name: string, value: string): void => {
      query += `${query ? '&' : '?'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    };
    for (const [name, value] of present) {
      if (!(name in changes) && (!otherPanel || KEPT.has(name))) add(name, value);
    }
    for (const name in changes) {
      const value = changes[name];
      if (value !== undefined && value !== '') add(name, value);
    }
    return `/${query}`;
  }

  /** Read once for each address, until `change` is told: a page asks tens of thousands of times. */
  private parameters(): Map<string, string> {
    return (this.present ??= new Map(new URLSearchParams(location.search)));
  }

  go(changes: Record<string, string | undefined>, replace = false): void {
    const href = this.href(changes);
    if (href === location.pathname + location.search) return;
    if (replace) history.replaceState(null, '', href);
    else history.pushState(null, '', href);
    this.dispatchEvent(new Event('change'));
  }
}

/** What is of the board and not of one panel. */
const KEPT = new Set(['series', 'known', 'day', 'lang', 'wall']);

export const address = new Address();

/** A link within the board is followed without loading the page anew; with a modifier key the browser does what it always does. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname !== '/') return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  address.dispatchEvent(new Event('change'));
}
