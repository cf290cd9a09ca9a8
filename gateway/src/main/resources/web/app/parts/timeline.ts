import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { day, daysBetween, plusDays } from '../format';
import { language, words } from '../words';

const t = words({ today: 'Today', on: 'On {day}' }, { today: 'Aujourd’hui', on: 'Le {day}' });

/** One line over time: what lasts, and what happens on a day. */
export interface Lane {
  /** Stands above the first lane of a group. */
  heading?: string;
  title: string;
  spans: { from?: string; until?: string; label: string; look: 'free' | 'blocks' }[];
  marks: { on: string; look: 'done' | 'coming' }[];
}

const HEADING = 26;
const LANE = 58;
const AXIS = 24;
/** Wide enough for a letter of the drawing's text. */
const LETTER = 6.4;
const LONGEST_DAYS = 1100;

/**
 * Lanes over one common axis of time, drawn at the width that there is, so that its words are as large on a telephone as on a wall.
 * It says nothing that the figure's table does not say.
 */
class Timeline extends LitElement {
  static override properties = { lanes: {}, label: {}, now: {}, today: {}, width: { state: true } };
  declare lanes: Lane[];
  declare label: string;
  /** The day on which everything stands as it is shown. */
  declare now: string;
  /** Whether that is today. */
  declare today: boolean;
  declare width: number;
  private readonly sizes = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.width = 640;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    this.sizes.disconnect();
    super.disconnectedCallback();
  }

  private measure(): void {
    if (this.clientWidth > 0) this.width = Math.max(240, this.clientWidth);
  }

  protected override render(): TemplateResult {
    const [from, until] = reach(this.lanes, this.now);
    const x = (on: string): number => Math.min(1, Math.max(0, daysBetween(from, on) / daysBetween(from, until))) * this.width;
    let y = AXIS;
    const rows = this.lanes.map(lane => {
      const top = y;
      y += LANE + (lane.heading ? HEADING : 0);
      return this.lane(lane, top, x);
    });
    return html`<svg class="timeline" viewBox="0 0 ${this.width} ${y}" role="img" aria-label=${this.label}>
      ${looks()}${ticks(from, until, this.width).map(tick => svg`<line class="axis" x1=${x(tick.on)} x2=${x(tick.on)} y1="18" y2=${y}/><text x=${x(tick.on) + 3} y="12">${tick.label}</text>`)}
      ${rows}
      <line class="now" x1=${x(this.now)} x2=${x(this.now)} y1="14" y2=${y}></line>${this.nowText(x(this.now))}
    </svg>`;
  }

  private nowText(at: number): TemplateResult {
    const right = at > this.width / 2;
    return svg`<text class="now-text" x=${right ? at - 4 : at + 4} y=${AXIS + 2} text-anchor=${right ? 'end' : 'start'}>${this.today ? t('today') : t('on', { day: day(this.now) })}</text>`;
  }

  private lane(lane: Lane, top: number, x: (on: string) => number): TemplateResult {
    const y = top + (lane.heading ? HEADING : 0);
    return svg`${lane.heading ? svg`<text class="lane-heading" x="0" y=${top + 20}>${cutTo(lane.heading, this.width, 8.6)}</text>` : nothing}
      <text x="0" y=${y + 18}>${cutTo(lane.title, this.width)}</text>
      ${lane.spans.map(span => {
        const left = span.from ? x(span.from) : 0;
        const wide = Math.max(1, (span.until ? x(span.until) : this.width) - left);
        return svg`<rect class="span-${span.look}" x=${left} y=${y + 24} width=${wide} height="12"/>
          ${span.label.length * LETTER < wide ? svg`<text class="span-label" x=${left + 2} y=${y + 50}>${span.label}</text>` : nothing}`;
      })}
      ${lane.marks.map(mark => mark.look === 'done'
        ? svg`<circle class="mark-done" cx=${x(mark.on)} cy=${y + 30} r="4.5"/>`
        : svg`<path class="mark-coming" d=${`M${x(mark.on)} ${y + 22}l7 8l-7 8l-7 -8z`}/>`)}`;
  }
}

/** From a while before the first day that is known to a while after the last; never longer than three years around now. */
function reach(lanes: Lane[], now: string): [string, string] {
  const days = [now, ...lanes.flatMap(lane => [...lane.marks.map(mark => mark.on), ...lane.spans.flatMap(span => [span.from, span.until])])]
    .filter((one): one is string => one !== undefined).sort();
  const first = plusDays(days[0]!, -20);
  const last = plusDays(days[days.length - 1]!, 45);
  return [daysBetween(first, now) > LONGEST_DAYS ? plusDays(now, -LONGEST_DAYS) : first, daysBetween(now, last) > LONGEST_DAYS ? plusDays(now, LONGEST_DAYS) : last];
}

/** The firsts of months, as many as there is room for. */
function ticks(from: string, until: string, width: number): { on: string; label: string }[] {
  const months = daysBetween(from, until) / 30.4;
  const step = [1, 2, 3, 6, 12].find(one => (width / months) * one > 74) ?? 12;
  const format = new Intl.DateTimeFormat(language(), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const all: { on: string; label: string }[] = [];
  const start = new Date(`${from}T00:00:00Z`);
  for (let month = Math.ceil((start.getUTCMonth() + 1) / step) * step; ; month += step) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), month, 1));
    const on = at.toISOString().slice(0, 10);
    if (on >= until) return all;
    if (daysBetween(from, on) / daysBetween(from, until) * width < width - 66) all.push({ on, label: format.format(at) });
  }
}

function cutTo(text: string, width: number, letter = LETTER): string {
  const most = Math.floor(width / letter);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function looks(): TemplateResult {
  return svg`<defs><pattern id="span-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="span-ground" width="5" height="5"/><line class="span-line" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>`;
}

customElements.define('surety-timeline', Timeline);
