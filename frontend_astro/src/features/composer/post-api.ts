/** A creator's own post, as the composer reads and writes it. */
import { type Answer, call } from '@/lib/browser-api';
import type { Post } from '@/lib/types';
import type { DraftFields } from './draft-store';
import type { ImageStatus } from './image-api';
import type { PostPorts, Reply, ServerAnswer, ServerPost } from './post-sync';
import { cleanHtml } from './rich-text';

/** A post whose pictures may still be on their way. */
export type OwnPost = Omit<Post, 'images'> & { images: ImageStatus[] };

export function fetchOwnPost(id: number): Promise<Answer<OwnPost>> {
  return call<OwnPost>(`/api/post/${id}`);
}

/** The editable fields, with the text in the composer's own form of the same HTML. */
export function toServerPost(post: OwnPost): ServerPost {
  return {
    id: post.id,
    last_edited: post.last_edited,
    title: post.title,
    content: cleanHtml(post.content),
    tags: post.tags,
    images: post.images.map(({ id, alt }) => ({ id, alt: alt ?? '' })),
  };
}

export function toServerAnswer(post: OwnPost, etag: string | null): ServerAnswer {
  return { post: toServerPost(post), etag };
}

async function toReply(answer: Answer<OwnPost>): Promise<Reply> {
  if (!answer.ok) return { ok: false, problem: answer.problem };
  if (answer.etag !== null) return { ok: true, ...toServerAnswer(answer.data, answer.etag) };
  // Not every write names the version it made; reading always does.
  const read = await fetchOwnPost(answer.data.id);
  return { ok: true, ...toServerAnswer(answer.data, read.etag) };
}

export const postPorts: PostPorts = {
  newKey: () => crypto.randomUUID(),
  async create(fields: DraftFields, key: string): Promise<Reply> {
    const headers = { 'Idempotency-Key': key };
    const body = { ...fields, submit: false };
    return toReply(await call<OwnPost>('/api/post', { method: 'POST', body, headers }));
  },
  async update(id: number, fields: DraftFields, etag: string | null): Promise<Reply> {
    const headers: Record<string, string> = etag === null ? {} : { 'If-Match': etag };
    const body = { ...fields, submit: false };
    return toReply(await call<OwnPost>(`/api/post/${id}`, { method: 'PUT', body, headers }));
  },
  async fetch(id: number): Promise<Reply> {
    const answer = await fetchOwnPost(id);
    if (!answer.ok) return { ok: false, problem: answer.problem };
    return { ok: true, ...toServerAnswer(answer.data, answer.etag) };
  },
};

/** Sends the newest version into review. The key makes a repeated press one submission. */
export function submitPost(id: number, key: string): Promise<Answer<OwnPost>> {
  const headers = { 'Idempotency-Key': key };
  return call<OwnPost>(`/api/post/${id}/submit`, { method: 'POST', headers });
}

/** Takes a post out of review. */
export function withdrawPost(id: number): Promise<Answer<OwnPost>> {
  return call<OwnPost>(`/api/post/${id}/withdraw`, { method: 'POST' });
}
