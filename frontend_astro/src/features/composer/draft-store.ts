/** What a creator has typed, kept in this browser until the server has it. */
import { DRAFT_PREFIX } from './forget-drafts';

export interface DraftPicture {
  readonly id: number;
  readonly alt: string;
}

/** The editable part of a post, as the composer, the local draft and the API all hold it. */
export interface DraftFields {
  readonly title: string;
  readonly content: string;
  readonly tags: readonly string[];
  readonly images: readonly DraftPicture[];
}

export interface LocalDraft extends DraftFields {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The version on the server this was typed over, or null for a post it has not seen. */
  readonly baseEdited: string | null;
}

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const EMPTY_DRAFT: DraftFields = { title: '', content: '', tags: [], images: [] };

/** Whether there is nothing worth keeping. */
export function isEmptyDraft(draft: DraftFields): boolean {
  return (
    draft.title.trim() === '' &&
    draft.content.replace(/<[^>]*>/gu, '').trim() === '' &&
    draft.tags.length === 0 &&
    draft.images.length === 0
  );
}

/** Whether two drafts say the same thing to the server. */
export function sameDraft(one: DraftFields, other: DraftFields): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}

/** Just the editable fields, in one order, of anything that has them. */
export function fieldsOf(draft: DraftFields): DraftFields {
  return {
    title: draft.title,
    content: draft.content,
    tags: [...draft.tags],
    images: draft.images.map(({ id, alt }) => ({ id, alt })),
  };
}

/** The drafts of one person. A browser that refuses storage simply keeps none. */
export class DraftStore {
  readonly #storage: DraftStorage | null;
  readonly #owner: number;

  constructor(storage: DraftStorage | null, owner: number) {
    this.#storage = storage;
    this.#owner = owner;
  }

  /** The draft of a post, or of the new one when `post` is null; null when there is none or it is unreadable. */
  read(post: number | null): LocalDraft | null {
    try {
      return parseDraft(this.#storage?.getItem(this.#key(post)) ?? null);
    } catch {
      return null; // Storage is blocked: the server's draft is all there is.
    }
  }

  /** Keeps a draft; answers false when the browser would not. */
  write(post: number | null, draft: LocalDraft): boolean {
    try {
      this.#storage?.setItem(this.#key(post), JSON.stringify(draft));
      return this.#storage !== null;
    } catch {
      return false;
    }
  }

  remove(post: number | null): void {
    try {
      this.#storage?.removeItem(this.#key(post));
    } catch {
      // Storage is blocked, so there was nothing to remove.
    }
  }

  #key(post: number | null): string {
    return `${DRAFT_PREFIX}${this.#owner}.${post ?? 'new'}`;
  }
}

function parseDraft(text: string | null): LocalDraft | null {
  if (text === null) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const { title, content, tags, images, savedAt, baseEdited } = raw as Record<string, unknown>;
  if (typeof title !== 'string' || typeof content !== 'string') return null;
  if (typeof savedAt !== 'number' || !Array.isArray(tags) || !Array.isArray(images)) return null;
  return {
    title,
    content,
    tags: tags.filter((tag): tag is string => typeof tag === 'string'),
    images: images.filter(isDraftPicture).map(({ id, alt }) => ({ id, alt })),
    savedAt,
    baseEdited: typeof baseEdited === 'string' ? baseEdited : null,
  };
}

function isDraftPicture(value: unknown): value is DraftPicture {
  if (typeof value !== 'object' || value === null) return false;
  const { id, alt } = value as Record<string, unknown>;
  return Number.isInteger(id) && typeof alt === 'string';
}
