import { expect, test } from 'vitest';
import { secureHeaders } from './security';

function headersAt(path: string, own: Record<string, string> = {}): Headers {
  const headers = new Headers(own);
  secureHeaders(headers, path);
  return headers;
}

test('no page allows inline scripts or styles', () => {
  expect(headersAt('/').get('Content-Security-Policy')).not.toContain('unsafe');
});

test.each(['/request/12~x', '/preview', '/account/requests', '/post/12/edit', '/post/new'])(
  '%s is kept by no cache and found by no search engine',
  (path) => {
    const headers = headersAt(path);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
  },
);

test.each(['/', '/post/12', '/requests-and-answers', '/search'])('%s is public', (path) => {
  expect(headersAt(path).has('X-Robots-Tag')).toBe(false);
});

test('only the preview may be framed, and only by this site', () => {
  expect(headersAt('/preview').get('X-Frame-Options')).toBe('SAMEORIGIN');
  expect(headersAt('/preview').get('Content-Security-Policy')).toContain("frame-ancestors 'self'");
  expect(headersAt('/post/1').get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
});

test('what a page said itself stands', () => {
  expect(headersAt('/preview', { 'Cache-Control': 'no-cache' }).get('Cache-Control')).toBe(
    'no-cache',
  );
});
