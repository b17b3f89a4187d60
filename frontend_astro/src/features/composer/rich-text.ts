/**
 * Post HTML as the site allows it: paragraphs, bold, italic, lists and links, and nothing else.
 * The server cleans again; this makes what one sees while writing the same as what is stored.
 */

const DROPPED = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH HEAD TITLE META LINK BUTTON SELECT TEXTAREA'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 ' +
    'H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const BLOCK_SELECTOR = [...BLOCKS].join(',');

/** `html` reduced to the allow-list, as a string without attributes other than `href`. Runs nothing in it. */
export function cleanHtml(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return blocksOf(body);
}

/** Plain text as paragraphs: an empty line parts two, a single line break stays one. */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeText(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** An address safe to link to, or null. A bare `name.example` gets `https://`, a bare mail address `mailto:`. */
export function safeHref(raw: string): string | null {
  const address = raw.trim();
  if (address === '' || /\s/u.test(address)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return address;
  if (scheme === 'http' || scheme === 'https') return URL.canParse(address) ? address : null;
  if (scheme !== undefined && !/^[^/]+\.[^/]+:\d/u.test(address)) return null;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/u.test(address)) return `mailto:${address}`;
  if (/^[^/.]+\.[^/]/u.test(address) && URL.canParse(`https://${address}`))
    return `https://${address}`;
  return null;
}

function blocksOf(container: Node): string {
  let html = '';
  let line = '';
  const endLine = () => {
    html += paragraph(line);
    line = '';
  };
  for (const node of container.childNodes) {
    if (!isBlockLike(node)) {
      line += inlineOf(node);
      continue;
    }
    endLine();
    const tag = (node as Element).tagName;
    html += tag === 'UL' || tag === 'OL' ? listOf(node as Element) : blocksOf(node);
  }
  endLine();
  return html;
}

/** A block, or something inline that a paste has wrapped round blocks. */
function isBlockLike(node: Node): boolean {
  if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) return false;
  return BLOCKS.has(node.tagName) || node.querySelector(BLOCK_SELECTOR) !== null;
}

function paragraph(line: string): string {
  const text = trimLine(line);
  return text === '' ? '' : `<p>${text}</p>`;
}

function listOf(list: Element): string {
  const tag = list.tagName.toLowerCase();
  let items = '';
  for (const child of list.children) {
    // Some editors put a nested list beside its item instead of inside.
    if (child.tagName === 'UL' || child.tagName === 'OL') {
      const nested = listOf(child);
      items = items.endsWith('</li>')
        ? `${items.slice(0, -5)}${nested}</li>`
        : `${items}<li>${nested}</li>`;
    } else if (!DROPPED.has(child.tagName.toUpperCase())) {
      const item = itemOf(child);
      if (item !== '') items += `<li>${item}</li>`;
    }
  }
  return items === '' ? '' : `<${tag}>${items}</${tag}>`;
}

function itemOf(item: Element): string {
  let text = '';
  let nested = '';
  for (const node of item.childNodes) {
    if (node instanceof Element && (node.tagName === 'UL' || node.tagName === 'OL'))
      nested += listOf(node);
    else if (isBlockLike(node)) text += `<br>${inlineChildren(node)}`;
    else text += inlineOf(node);
  }
  return trimLine(text) + nested;
}

function inlineOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return escapeText((node.nodeValue ?? '').replace(/[\t\n\r ]+/gu, ' '));
  if (!(node instanceof Element) || DROPPED.has(node.tagName.toUpperCase())) return '';
  if (node.tagName === 'BR') return '<br>';
  const inside = inlineChildren(node);
  if (inside.trim() === '') return inside;
  if (node.tagName === 'A') {
    const href = safeHref(node.getAttribute('href') ?? '');
    return href === null ? inside : `<a href="${escapeAttribute(href)}">${inside}</a>`;
  }
  const weight = styleOf(node, 'font-weight');
  const bold =
    weight === '' ? /^(B|STRONG)$/u.test(node.tagName) : weight === 'bold' || Number(weight) >= 600;
  const slant = styleOf(node, 'font-style');
  const italic = slant === '' ? /^(I|EM)$/u.test(node.tagName) : slant === 'italic';
  const leaning = italic ? `<i>${inside}</i>` : inside;
  return bold ? `<b>${leaning}</b>` : leaning;
}

/** One value in the style attribute, read as text: under the site's policy it has no effect to read. */
function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('style') ?? '';
  const value = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'iu').exec(style)?.[1];
  return value?.trim().toLowerCase() ?? '';
}

function inlineChildren(node: Node): string {
  return [...node.childNodes].map(inlineOf).join('');
}

/** Without spaces and line breaks at either end, where they show nothing. */
function trimLine(line: string): string {
  return line.replace(/^(?:\s|<br>|\u200b)+/gu, '').replace(/(?:\s|<br>|\u200b)+$/gu, '');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
