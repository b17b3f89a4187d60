/** A QR code as a drawing in the page: nothing of it leaves the browser. */
import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
const QUIET_ZONE = 4; // modules, as ISO/IEC 18004 asks

/** Draws `text`, named `label` for those who cannot see it. Dark on light in every theme: cameras want that. */
export function drawQr(text: string, label: string): SVGSVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const modules = document.createElementNS(SVG, 'path');
  modules.setAttribute('d', data.map((row, y) => runsOf(row, y)).join(''));
  svg.append(modules);
  return svg;
}

/** One row's dark modules, each as a square. */
function runsOf(row: readonly boolean[], y: number): string {
  return row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('');
}
