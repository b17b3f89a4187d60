/** What a creator may do with a post as it stands. */
import type { PostBrief, PostState } from '@/lib/types';

export type PostAction =
  'edit' | 'view' | 'preview' | 'submit' | 'withdraw' | 'availability' | 'remove';

const BY_STATE: Record<PostState, readonly PostAction[]> = {
  draft: ['edit', 'preview', 'submit', 'remove'],
  in_review: ['preview', 'withdraw', 'remove'],
  changes_requested: ['edit', 'preview', 'submit', 'remove'],
  live: ['edit', 'view', 'availability', 'remove'],
  removed: ['preview', 'remove'],
  expired: ['edit', 'preview', 'submit', 'remove'],
};

/** The actions open to its creator; an edit of a live post is looked at and sent on like a draft. */
export function actionsOf(
  post: Pick<PostBrief, 'state' | 'has_pending_changes'>,
): readonly PostAction[] {
  const actions = BY_STATE[post.state ?? 'draft'];
  return post.state === 'live' && post.has_pending_changes
    ? [...actions, 'preview', 'submit', 'withdraw']
    : actions;
}

/** The badge's colour for a state. */
export function toneOf(state: PostState): string {
  if (state === 'live') return 'badge-good';
  if (state === 'changes_requested' || state === 'in_review') return 'badge-warn';
  return state === 'removed' ? 'badge-bad' : '';
}
