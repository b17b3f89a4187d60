import { expect, it } from 'vitest';
import { standingOf } from './opening';

const review = {
  reason: 'A sharper picture, please.',
  code: 'picture',
  at: '2026-01-02T03:04:05Z',
  can_appeal: true,
  appeal: null,
};

it('shows the reviewer’s reason while changes are asked for', () => {
  expect(standingOf({ state: 'changes_requested', review })).toEqual({
    view: 'form',
    notice: null,
    reason: review.reason,
  });
});

it('says that the live version stays, and later that the edit is not live yet', () => {
  expect(standingOf({ state: 'live', review })).toMatchObject({ notice: 'live', reason: '' });
  expect(standingOf({ state: 'live', has_pending_changes: true, review })).toMatchObject({
    notice: 'pending',
    reason: review.reason,
  });
});

it.each(['draft', 'expired'] as const)('lets a post that is %s be edited', (state) => {
  expect(standingOf({ state })).toEqual({ view: 'form', notice: null, reason: '' });
});

it('does not let a post be edited in review or after its removal', () => {
  expect(standingOf({ state: 'in_review' }).view).toBe('in-review');
  expect(standingOf({ state: 'removed' }).view).toBe('removed');
});
