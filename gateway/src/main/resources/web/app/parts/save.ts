import { scope } from '../part';

/** Gives the person a file that the page has made or was answered. */
export function save(content: Blob | string, name: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A table as a CSV file that a spreadsheet takes for text: a cell that begins like a formula gets an apostrophe. */
export function csv(head: string[], rows: (string | number | undefined)[][]): string {
  const cell = (value: string | number | undefined): string => {
    if (value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
  };
  return [`# ${notice()}`, ...[head, ...rows].map(row => row.map(cell).join(','))].join('\r\n') + '\r\n';
}

/** What every file that leaves the register says first: what it is not, and of which series it is. */
function notice(): string {
  return `Surety is not accredited for classified information and holds none. Labels are release markings. Series: ${scope().series}`;
}

/** The drawings of a figure as one file, below each other, each under its text: the rules of the style sheet that they use come along, with the colours of now. */
export function saveDrawings(drawings: SVGSVGElement[], name: string): void {
  const file = document.createElementNS(SVG, 'svg');
  const width = Math.max(...drawings.map(one => one.viewBox.baseVal.width));
  let y = 0;
  for (const drawing of drawings) {
    if (drawings.length > 1) y = caption(file, drawing.getAttribute('aria-label') ?? '', y, width);
    const copy = drawn(drawing);
    copy.setAttribute('y', String(y));
    file.append(copy);
    y += drawing.viewBox.baseVal.height + GAP;
  }
  for (const [attribute, value] of Object.entries({ xmlns: SVG, viewBox: `0 0 ${width} ${y}`, width: String(width), height: String(y) })) file.setAttribute(attribute, value);
  save(`<!-- ${notice()} -->\n${new XMLSerializer().serializeToString(file)}`, name, 'image/svg+xml');
}

const SVG = 'http://www.w3.org/2000/svg';
const GAP = 12;
const LINE = 15;

/** What a picture says in words, in as many lines as it takes; answers where the picture begins. */
function caption(file: SVGSVGElement, words: string, y: number, width: number): number {
  const lines = words.match(new RegExp(`.{1,${Math.floor(width / 6)}}(\\s|$)`, 'g')) ?? [];
  lines.forEach((line, i) => {
    const text = document.createElementNS(SVG, 'text');
    for (const [attribute, value] of Object.entries({ y: String(y + (i + 1) * LINE - 3), 'font-family': 'sans-serif', 'font-size': '11', fill: getComputedStyle(document.body).color })) text.setAttribute(attribute, value);
    text.textContent = line.trim();
    file.append(text);
  });
  return y + lines.length * LINE + 4;
}

/** One drawing, with the patterns of the page that it is filled with. */
function drawn(drawing: SVGSVGElement): SVGSVGElement {
  const copy = styled(drawing);
  for (const [, pattern] of copy.outerHTML.matchAll(/url\((?:&quot;|")?#([\w-]+)/g)) {
    const original = document.getElementById(pattern!);
    if (original && !copy.querySelector(`#${pattern}`)) copy.prepend(styled(original as unknown as SVGElement));
  }
  const box = drawing.viewBox.baseVal;
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  return copy;
}

/** A copy that looks the same without the style sheet. */
function styled<T extends SVGElement>(drawing: T): T {
  const copy = drawing.cloneNode(true) as T;
  const originals = drawing.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const computed = getComputedStyle(originals[i]!);
    for (const property of DRAWN) element.setAttribute(property, computed.getPropertyValue(property));
    element.removeAttribute('class');
  });
  return copy;
}

const DRAWN = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor'];
