/** What a creator may do with a post as it stands. */
import type { PostBrief, PostState } from '@/lib/types';

export type PostAction =
  'edit' | 'view' | 'preview' | 'submit' | 'withdraw' | 'availability' | 'remove';

const BY_STATE: Record<PostState, readonly PostAction[]> = {
  draft: ['edit', 'preview', 'remove'],
  in_review: ['preview', 'remove'],
  changes_requested: ['edit', 'preview', 'remove'],
  live: ['edit', 'view', 'availability', 'remove'],
  removed: ['preview', 'remove'],
  expired: ['edit', 'preview', 'remove'],
};

/** The actions open to its creator. Whether it can go into review or out of it, the API knows. */
export function actionsOf(
  post: Pick<PostBrief, 'state' | 'has_pending_changes' | 'can_submit' | 'can_withdraw'>,
): readonly PostAction[] {
  const actions = [...BY_STATE[post.state ?? 'draft']];
  if (post.state === 'live' && post.has_pending_changes) actions.push('preview');
  if (post.can_submit) actions.push('submit');
  if (post.can_withdraw) actions.push('withdraw');
  return actions;
}

/** The badge's colour for a state. */
export function toneOf(state: PostState): string {
  if (state === 'live') return 'badge-good';
  if (state === 'changes_requested' || state === 'in_review') return 'badge-warn';
  return state === 'removed' ? 'badge-bad' : '';
}
