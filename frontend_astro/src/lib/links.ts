/** The page of a tag; names are free text, so they are escaped. */
export const tagHref = (name: string): string => `/tags/${encodeURIComponent(name)}`;

/** The tag that a path under /tags/ names. A path's parameter keeps `&`, `/` and their like escaped. */
export function tagIn(pathname: string): string {
  const name = pathname.replace(/^\/tags\//, '').replace(/\/$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
