import { expect, it } from 'vitest';
import { composer } from '@/i18n/en/composer';
import { readAnswer, readStatus } from './image-api';

const words = composer.pictures;

it('takes a stored picture', () => {
  expect(readAnswer(202, '{"id": 4, "state": "processing"}')).toEqual({ kind: 'stored', id: 4 });
});

it('keeps the reason of a refusal, however it is said', () => {
  const rejected = { kind: 'rejected', reason: 'This is a video.' };
  expect(readAnswer(201, '{"id": 4, "state": "rejected", "reason": "This is a video."}')).toEqual(
    rejected,
  );
  expect(readAnswer(415, '{"detail": "This is a video."}')).toEqual(rejected);
  const field = '{"errors": [{"field": "file", "code": "x", "message": "This is a video."}]}';
  expect(readAnswer(400, field)).toEqual(rejected);
  expect(readAnswer(413, '<html>')).toEqual({ kind: 'rejected', reason: words.rejectedFallback });
});

it.each([
  [0, '', words.failed],
  [401, '{}', words.signedOut],
  [429, '{"detail": "Slow down."}', 'Slow down.'],
  [500, '{"detail": "KeyError"}', words.failed],
  [200, 'nonsense', words.failed],
])('lets an answer %d be tried again', (status, text, reason) => {
  expect(readAnswer(status, text)).toEqual({ kind: 'failed', reason });
});

it('knows a ready picture by its address', () => {
  expect(readStatus({ id: 1, state: 'processing' })).toEqual({ kind: 'processing' });
  expect(readStatus({ id: 1, src: '/a.webp', animated: true })).toEqual({
    kind: 'ready',
    src: '/a.webp',
    animated: true,
  });
  expect(readStatus({ id: 1, state: 'rejected', reason: null })).toEqual({
    kind: 'rejected',
    reason: words.rejectedFallback,
  });
});
