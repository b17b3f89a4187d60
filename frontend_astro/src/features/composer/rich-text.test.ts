// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { cleanHtml, safeHref, textToHtml } from './rich-text';

describe('cleanHtml', () => {
  it.each([
    ['keeps what is allowed', '<p>A <b>b</b> <i>c</i><br>d</p>', '<p>A <b>b</b> <i>c</i><br>d</p>'],
    [
      'writes bold and italic one way',
      '<p><strong>a</strong><em>b</em></p>',
      '<p><b>a</b><i>b</i></p>',
    ],
    [
      'makes paragraphs of loose text and blocks',
      'a<div>b</div><h1>c</h1>',
      '<p>a</p><p>b</p><p>c</p>',
    ],
    ['drops scripts and their words', '<p>a<script>b()</script></p><style>c{}</style>', '<p>a</p>'],
    ['drops attributes', '<p onclick="x()" style="color:red" class="y">a</p>', '<p>a</p>'],
    [
      'drops pictures and embedded things',
      '<p>a<img alt="x" onerror="y"><object data="z"></object></p>',
      '<p>a</p>',
    ],
    ['drops empty paragraphs', '<p> </p><p><br></p><p>a<br></p>', '<p>a</p>'],
    ['keeps a list', '<ul><li>a</li><li><p>b</p></li></ul>', '<ul><li>a</li><li>b</li></ul>'],
    ['lifts a list out of a paragraph', '<div><ul><li>a</li></ul></div>', '<ul><li>a</li></ul>'],
    [
      'puts a nested list into its item',
      '<ol><li>a</li><ul><li>b</li></ul></ol>',
      '<ol><li>a<ul><li>b</li></ul></li></ol>',
    ],
    [
      'keeps a good link only',
      '<p><a href="https://e.org/?a=1&b" target=_blank>a</a></p>',
      '<p><a href="https://e.org/?a=1&amp;b">a</a></p>',
    ],
    ['takes the link from a bad one', '<p><a href="javascript:x()">a</a></p>', '<p>a</p>'],
    [
      'reads bold from a word processor',
      '<b style="font-weight:normal"><p><span style="font-weight: 700">a</span> b</p></b>',
      '<p><b>a</b> b</p>',
    ],
    ['escapes what looks like markup', '<p>1 &lt; 2 &amp; 3</p>', '<p>1 &lt; 2 &amp; 3</p>'],
  ])('%s', (_name, html, clean) => {
    expect(cleanHtml(html)).toBe(clean);
  });

  it('changes nothing the second time', () => {
    const once = cleanHtml(
      'x<h2>y</h2><ul><li>a<ol><li>b</li></ol></li></ul><a href="e.org">z</a>',
    );
    expect(cleanHtml(once)).toBe(once);
  });
});

it('makes paragraphs of plain text', () => {
  expect(textToHtml('a <b>\r\nb\n\n\nc\n')).toBe('<p>a &lt;b&gt;<br>b</p><p>c</p>');
});

describe('safeHref', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['example.org/a', 'https://example.org/a'],
    ['tom@example.org', 'mailto:tom@example.org'],
    ['mailto:tom@example.org', 'mailto:tom@example.org'],
  ])('takes %s', (raw, href) => {
    expect(safeHref(raw)).toBe(href);
  });

  it.each([
    '',
    'word',
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'data:text/html,x',
    'java\nscript:x',
    '//',
    '/login',
    'https://',
  ])('refuses %j', (raw) => {
    expect(safeHref(raw)).toBeNull();
  });
});
