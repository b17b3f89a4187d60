import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Autosave, type SaveOutcome, type SaveStatus } from './autosave';

const times = { quiet: 100, retry: 1000 };
let statuses: SaveStatus[];

beforeEach(() => {
  vi.useFakeTimers();
  statuses = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function autosaveWith(save: () => Promise<SaveOutcome>) {
  return new Autosave(save, (status) => statuses.push(status), times);
}

it('saves once after typing stops', async () => {
  const save = vi.fn(async (): Promise<SaveOutcome> => 'saved');
  const autosave = autosaveWith(save);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(60);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(60);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60);
  expect(save).toHaveBeenCalledTimes(1);
  expect(statuses).toEqual(['dirty', 'dirty', 'saving', 'saved']);
});

it('never runs two saves at once, and saves what was typed meanwhile', async () => {
  const pending: ((outcome: SaveOutcome) => void)[] = [];
  const save = vi.fn(() => new Promise<SaveOutcome>((resolve) => pending.push(resolve)));
  const autosave = autosaveWith(save);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(100);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(500);
  expect(save).toHaveBeenCalledTimes(1);
  pending[0]?.('saved');
  await vi.advanceTimersByTimeAsync(100);
  expect(save).toHaveBeenCalledTimes(2);
  expect(statuses.at(-1)).toBe('saving');
});

it('tries again after trouble, with longer pauses', async () => {
  const outcomes: SaveOutcome[] = ['later', 'later', 'saved'];
  const save = vi.fn(async () => outcomes.shift() ?? 'saved');
  const autosave = autosaveWith(save);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(100);
  expect(statuses.at(-1)).toBe('later');
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledTimes(3);
  expect(autosave.dirty).toBe(false);
});

it('stops when only the creator can help, and keeps the change', async () => {
  const save = vi.fn(async (): Promise<SaveOutcome> => 'stop');
  const autosave = autosaveWith(save);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  expect(autosave.dirty).toBe(true);
  expect(statuses.at(-1)).toBe('stopped');
});

it('flushes at once, and does nothing when all is saved', async () => {
  const save = vi.fn(async (): Promise<SaveOutcome> => 'saved');
  const autosave = autosaveWith(save);
  expect(await autosave.flush()).toBe('saved');
  expect(save).not.toHaveBeenCalled();
  autosave.touch();
  expect(await autosave.flush()).toBe('saved');
  expect(save).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
});
