/** Tags as a creator types them: cleaned, without doubles, within the site's limits. */

export interface TagLimits {
  /** Most tags one post may carry. */
  readonly tags: number;
  /** Longest tag, in characters. */
  readonly length: number;
}

export type TagProblem = 'too_many' | 'too_long';

export interface TagsResult {
  readonly tags: string[];
  /** What could not be taken, so the input can keep it and say why. */
  readonly problem: { readonly kind: TagProblem; readonly text: string } | null;
}

/** A tag in its stored form: no leading `#`, single spaces, small letters; empty when nothing is left. */
export function cleanTag(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/^[\s#]+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The tags with everything in `typed` added; commas and line breaks part one tag from the next. */
export function addTags(tags: readonly string[], typed: string, limits: TagLimits): TagsResult {
  const result = [...tags];
  for (const part of typed.split(/[,;\n]/u)) {
    const tag = cleanTag(part);
    if (tag === '' || result.includes(tag)) continue;
    if ([...tag].length > limits.length) {
      return { tags: result, problem: { kind: 'too_long', text: tag } };
    }
    if (result.length >= limits.tags) {
      return { tags: result, problem: { kind: 'too_many', text: tag } };
    }
    result.push(tag);
  }
  return { tags: result, problem: null };
}
