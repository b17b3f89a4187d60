/** What somebody searches for, out of an address: short, one line, no control characters. */
export const readQuery = (given: string | null): string =>
  (given ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
