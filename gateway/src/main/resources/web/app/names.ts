import { path, readAll } from './api';
import { language } from './words';

interface Party {
  code: string;
  series: string;
  kind: string;
  names: Record<string, string>;
  attributes: { attribute: string; from?: string; until?: string }[];
}

/** What parties are called. They hardly change, so they are read once for a page. */
class Names extends EventTarget {
  private readonly parties = new Map<string, Party>();

  async load(): Promise<void> {
    const { items } = await readAll<Party>(path('parties', { limit: 500 }));
    items.forEach(party => this.parties.set(party.code, party));
    this.dispatchEvent(new Event('change'));
  }

  /** The name in the language of the board, else in English, else the code. */
  of(code: string | undefined): string {
    if (!code) return '';
    const names = this.parties.get(code)?.names;
    return names?.[language()] ?? names?.en ?? code;
  }

  in(series: string): { code: string; name: string }[] {
    return [...this.parties.values()].filter(party => party.series === series)
      .map(party => ({ code: party.code, name: this.of(party.code) })).sort((a, b) => a.name.localeCompare(b.name, language()));
  }
}

export const names = new Names();
