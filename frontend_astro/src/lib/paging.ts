/** Addresses of the pages of a list. */

/** Where "more" leads: the page's own address with the cursor of the API's `next`; null at the end. */
export function moreHref(page: URL, next: string | null): string | null {
  if (next === null) return null;
  const cursor = new URL(next, page).searchParams.get('cursor');
  if (cursor === null) return null;
  const parameters = new URLSearchParams(page.search);
  parameters.set('cursor', cursor);
  return `${page.pathname}?${parameters}`;
}

/** A row id out of an address: digits only, and few enough for the database; null otherwise. */
export function idOf(segment: string | undefined): number | null {
  return segment !== undefined && /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : null;
}
