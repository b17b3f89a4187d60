/** Forgetting what this browser kept: on signing out, and when the account goes. */

/** What every kept draft's name in storage begins with. */
export const DRAFT_PREFIX = 'firsthand.draft.';

type NamedStorage = Pick<Storage, 'removeItem' | 'key' | 'length'>;

/** Removes every draft from the storage, and nothing else. */
export function forgetDrafts(storage: NamedStorage): void {
  try {
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const name of names) if (name?.startsWith(DRAFT_PREFIX)) storage.removeItem(name);
  } catch {
    // Storage is blocked, so nothing was ever kept.
  }
}
