import { expect, it } from 'vitest';
import type { PostRequest } from '@/lib/types';
import { countUnread, groupByPost, isAnswerable, mailtoOf } from './grouping';

const request = (id: number, post: number, status: PostRequest['status'] = 'new'): PostRequest => ({
  id,
  post: { id: post, title: `Post ${post}` },
  user: null,
  name: 'Tom',
  email: 'tom@example.org',
  message: 'May I?',
  note: '',
  status,
  created_at: '2026-01-01T00:00:00Z',
  last_edited: '2026-01-01T00:00:00Z',
});

it('keeps the requests of one post together, in the order they came', () => {
  const groups = groupByPost([request(4, 2), request(3, 1), request(2, 2)]);
  expect(groups.map(({ post, requests }) => [post.id, requests.map(({ id }) => id)])).toEqual([
    [2, [4, 2]],
    [1, [3]],
  ]);
});

it('counts what is unread', () => {
  expect(countUnread([request(1, 1), request(2, 1, 'read'), request(3, 1)])).toBe(2);
});

it('knows what can still be answered', () => {
  expect(isAnswerable('read')).toBe(true);
  expect(isAnswerable('withdrawn')).toBe(false);
});

it('makes a mail link in which nothing breaks out', () => {
  const link = mailtoOf('a?cc=b@example.org', 'Bread & more', 'Hello,\nyes');
  expect(link).toBe(
    'mailto:a%3Fcc%3Db@example.org?subject=Bread%20%26%20more&body=Hello%2C%0D%0Ayes',
  );
});
