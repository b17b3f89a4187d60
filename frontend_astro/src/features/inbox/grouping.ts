/** Requests as the inbox shows them: by post, in the order the newest request of each came. */
import type { PostRequest, RequestStatus } from '@/lib/types';

export interface RequestGroup {
  readonly post: PostRequest['post'];
  readonly requests: PostRequest[];
}

export function groupByPost(requests: readonly PostRequest[]): RequestGroup[] {
  const groups = new Map<number, RequestGroup>();
  for (const request of requests) {
    const group = groups.get(request.post.id) ?? { post: request.post, requests: [] };
    group.requests.push(request);
    groups.set(request.post.id, group);
  }
  return [...groups.values()];
}

export function countUnread(requests: readonly PostRequest[]): number {
  return requests.filter((request) => request.status === 'new').length;
}

/** Whether the creator can still say yes or no, or change their mind between the two. */
export function isAnswerable(status: RequestStatus): boolean {
  return status === 'new' || status === 'read';
}

/** Whether its sender can still take it back. */
export function isWithdrawable(status: RequestStatus): boolean {
  return status !== 'withdrawn' && status !== 'declined';
}

export function toneOfStatus(status: RequestStatus): string {
  if (status === 'accepted') return 'badge-good';
  if (status === 'new') return 'badge-accent';
  return status === 'unconfirmed' ? 'badge-warn' : '';
}

/** A link that opens the reader's own mail program with an answer begun. */
export function mailtoOf(address: string, subject: string, body: string): string {
  // The address stands encoded too: a `?` in one would otherwise begin the headers.
  const to = encodeURIComponent(address).replaceAll('%40', '@');
  const lines = body.replaceAll('\n', '\r\n');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
