/** The page of a tag; names are free text, so they are escaped. */
export const tagHref = (name: string): string => `/tags/${encodeURIComponent(name)}`;
