/** The headers every page of the site carries. */

const SOURCES: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  // Signing in with Google begins with a form that is sent on to Google.
  'form-action': "'self' https://accounts.google.com",
  'base-uri': "'none'",
};

const toPolicy = (sources: Record<string, string>): string =>
  Object.entries(sources)
    .map(([directive, source]) => `${directive} ${source}`)
    .join('; ');

/** The policy for a `<meta>` of pages built ahead, whose headers no middleware writes. */
export const META_POLICY = toPolicy(SOURCES);

/** Where this site itself may frame the page: the editor's preview panel does so. */
const isFramed = (path: string): boolean => /^\/preview\/?$/.test(path);

/** Pages that speak of one person, or by a secret in the address. */
const isPersonal = (path: string): boolean =>
  /^\/(preview|request|account|confirm-email|password|login|signup|post\/new|post\/\d+\/edit)(\/|$)/.test(
    path,
  );

/** Adds what is due at `path`; a header that the page set itself stays. */
export function secureHeaders(headers: Headers, path: string): void {
  const ancestors = isFramed(path) ? "'self'" : "'none'";
  const wanted: Record<string, string> = {
    'Content-Security-Policy': toPolicy({ ...SOURCES, 'frame-ancestors': ancestors }),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': isFramed(path) ? 'SAMEORIGIN' : 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Passkeys work on our own pages and in no frame of another site.
    'Permissions-Policy':
      'camera=(), geolocation=(), microphone=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self)',
  };
  if (isPersonal(path)) {
    wanted['Cache-Control'] = 'private, no-store';
    wanted['X-Robots-Tag'] = 'noindex';
    // Tells no other site where one came from. `no-referrer` would also blank the Origin header of the page's own
    // forms, by which cross-site posts are told apart.
    wanted['Referrer-Policy'] = 'same-origin';
  }
  for (const [name, value] of Object.entries(wanted)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
