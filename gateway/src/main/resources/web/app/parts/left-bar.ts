import { html, nothing, svg, type TemplateResult } from 'lit';

const WIDTH = 300;

/** What is left against the minimum, out of what there was: full, then what falls away, then - hatched - what is missing to the minimum. */
export function leftBar(label: string, left: number, minimum: number, was = left): TemplateResult {
  const most = Math.max(minimum, was, 1) * 1.03;
  const x = (quantity: number): number => (Math.max(0, quantity) / most) * WIDTH;
  return html`<svg class="left-bar" viewBox="0 0 ${WIDTH} 20" role="img" aria-label=${label}>
    <defs><pattern id="span-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="span-ground" width="5" height="5"/><line class="span-line" x1="0" y1="0" x2="0" y2="5"/></pattern></defs>
    ${minimum > left ? svg`<rect class="span-blocks" x=${x(left)} y="4" height="12" width=${x(minimum) - x(left)}/>` : nothing}
    ${was > left ? svg`<rect class="falls" x=${x(left)} y="1.5" height="17" width=${x(was) - x(left)}/>` : nothing}
    <rect class="bar-available" x="0" y="4" height="12" width=${x(left)}></rect>
    <line class="mark-minimum" x1=${x(minimum)} x2=${x(minimum)} y1="0" y2="20"></line>
  </svg>`;
}
