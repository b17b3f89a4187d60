/** Opening the composer: who writes, within which limits, and what may be done with the post as it stands. */
import { call } from '@/lib/browser-api';
import type { Problem } from '@/lib/problem';
import type { Me, Site } from '@/lib/types';
import { fetchOwnPost, type OwnPost } from './post-api';

export type Opened =
  | { kind: 'ready'; me: Me; site: Site | null; post: OwnPost | null; etag: string | null }
  | { kind: 'signed-out' }
  | { kind: 'missing' }
  | { kind: 'failed'; problem: Problem };

/** Fetches what the composer needs. A post of somebody else is `missing`, as one that never was. */
export async function openPost(id: number | null): Promise<Opened> {
  const [me, site] = await Promise.all([call<Me>('/api/user/me'), call<Site>('/api/site')]);
  if (!me.ok) {
    return me.problem.status === 401
      ? { kind: 'signed-out' }
      : { kind: 'failed', problem: me.problem };
  }
  const shared = { kind: 'ready' as const, me: me.data, site: site.ok ? site.data : null };
  if (id === null) return { ...shared, post: null, etag: null };
  const post = await fetchOwnPost(id);
  if (!post.ok) {
    return post.problem.status === 404
      ? { kind: 'missing' }
      : { kind: 'failed', problem: post.problem };
  }
  if (post.data.creator.id !== me.data.id || !post.data.state) return { kind: 'missing' };
  return { ...shared, post: post.data, etag: post.etag };
}

export interface Standing {
  /** Which view the post is opened in. */
  readonly view: 'form' | 'in-review' | 'removed';
  /** What the creator should know before editing. */
  readonly notice: 'live' | 'pending' | null;
  /** What the reviewer asked for, or empty. */
  readonly reason: string;
}

/** How a post stands, as far as editing it goes. */
export function standingOf(
  post: Pick<OwnPost, 'state' | 'has_pending_changes' | 'review'>,
): Standing {
  const isLive = post.state === 'live';
  const isPending = isLive && post.has_pending_changes === true;
  const isAskedFor = post.state === 'changes_requested' || isPending;
  return {
    view: post.state === 'in_review' ? 'in-review' : post.state === 'removed' ? 'removed' : 'form',
    notice: isPending ? 'pending' : isLive ? 'live' : null,
    reason: (isAskedFor && post.review?.reason) || '',
  };
}
