import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { advance, newPicture, type Picture } from './pictures';
import { type LookResult, type SendResult, UploadQueue } from './upload-queue';

const file = new Blob(['x']);
let pictures: Map<string, Picture>;
let sends: { resolve: (result: SendResult) => void; signal: AbortSignal }[];
let looks: LookResult[];
let queue: UploadQueue;

beforeEach(() => {
  vi.useFakeTimers();
  pictures = new Map();
  sends = [];
  looks = [];
  queue = new UploadQueue({
    send: (_file, onProgress, signal) =>
      new Promise((resolve) => {
        onProgress(0.5);
        sends.push({ resolve, signal });
      }),
    look: async () => looks.shift() ?? { kind: 'processing' },
    onEvent: (key, event) => {
      const picture = pictures.get(key);
      if (picture) pictures.set(key, advance(picture, event));
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function add(key: string) {
  pictures.set(key, newPicture(key, key, null));
  queue.add(key, file);
}
const stateOf = (key: string) => pictures.get(key)?.state;

it('sends two at a time and the next when one is through', async () => {
  for (const key of ['a', 'b', 'c']) add(key);
  expect([stateOf('a'), stateOf('b'), stateOf('c')]).toEqual(['uploading', 'uploading', 'waiting']);
  expect(pictures.get('a')?.progress).toBe(0.5);
  sends[0]?.resolve({ kind: 'stored', id: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect([stateOf('a'), stateOf('c')]).toEqual(['processing', 'uploading']);
});

it('looks until the picture is ready', async () => {
  looks = [{ kind: 'processing' }, { kind: 'ready', src: '/a.webp', animated: true }];
  add('a');
  sends[0]?.resolve({ kind: 'stored', id: 1 });
  await vi.advanceTimersByTimeAsync(5000);
  expect(pictures.get('a')).toMatchObject({ state: 'ready', animated: true, src: '/a.webp' });
});

it('shows why one was refused and lets the others go on', async () => {
  looks = [{ kind: 'rejected', reason: 'A video.' }];
  add('a');
  add('b');
  sends[0]?.resolve({ kind: 'stored', id: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(pictures.get('a')).toMatchObject({ state: 'rejected', reason: 'A video.' });
  expect(stateOf('b')).toBe('uploading');
});

it('sends a failed one again when asked', async () => {
  add('a');
  sends[0]?.resolve({ kind: 'failed', reason: 'No connection.' });
  await vi.advanceTimersByTimeAsync(0);
  expect(stateOf('a')).toBe('failed');
  queue.retry('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(stateOf('a')).toBe('uploading');
  expect(sends).toHaveLength(2);
});

it('forgives a short loss of connection while looking, and asks again instead of resending', async () => {
  const lost: LookResult = { kind: 'failed', reason: 'No connection.' };
  looks = [lost, lost, { kind: 'processing' }, lost, lost, lost, lost];
  add('a');
  sends[0]?.resolve({ kind: 'stored', id: 1 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(stateOf('a')).toBe('failed');
  looks = [{ kind: 'ready', src: '/a.webp', animated: false }];
  queue.retry('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(stateOf('a')).toBe('ready');
  expect(sends).toHaveLength(1);
});

it('stops for a picture that was taken out', async () => {
  add('a');
  queue.cancel('a');
  expect(sends[0]?.signal.aborted).toBe(true);
  sends[0]?.resolve({ kind: 'stored', id: 1 });
  await vi.advanceTimersByTimeAsync(0);
  expect(stateOf('a')).toBe('uploading');
});
