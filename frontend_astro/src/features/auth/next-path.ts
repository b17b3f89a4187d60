/** Where to go after signing in. Only a place on this site is ever followed. */

const ACCOUNT = '/account';

/**
 * The path in `?next=` when it stays on this origin, else the account page.
 * Backslashes, control characters, `//host` and other schemes are refused, since browsers
 * read several of them as another host.
 */
export function nextPath(search: string, origin: string): string {
  const wanted = new URLSearchParams(search).get('next') ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (!wanted.startsWith('/') || /[\\\u0000-\u001f\u007f]/u.test(wanted)) return ACCOUNT;
  let url: URL;
  try {
    url = new URL(wanted, origin);
  } catch {
    return ACCOUNT;
  }
  if (url.origin !== origin || url.pathname.startsWith('//')) return ACCOUNT;
  // Signing in leads away from the sign-in pages, never back to them.
  if (/^\/(login|signup)\/?$/u.test(url.pathname)) return ACCOUNT;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page that leads back to `path`. */
export function loginPath(path: string): string {
  return `/login?next=${encodeURIComponent(path)}`;
}
