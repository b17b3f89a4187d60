import { expect, it } from 'vitest';
import { actionsOf } from './post-actions';

it('offers what each state allows', () => {
  expect(actionsOf({ state: 'draft', can_submit: true })).toContain('submit');
  expect(actionsOf({ state: 'in_review', can_withdraw: true })).toEqual([
    'preview',
    'remove',
    'withdraw',
  ]);
  expect(actionsOf({ state: 'live' })).toEqual(['edit', 'view', 'availability', 'remove']);
  expect(actionsOf({ state: 'removed' })).not.toContain('submit');
});

it('offers for the edit of a live post to submit it or to take it back, never both', () => {
  const edited = { state: 'live', has_pending_changes: true } as const;
  const asDraft = actionsOf({ ...edited, can_submit: true, can_withdraw: false });
  expect(asDraft).toEqual(expect.arrayContaining(['view', 'preview', 'submit']));
  expect(asDraft).not.toContain('withdraw');
  const inReview = actionsOf({ ...edited, can_submit: false, can_withdraw: true });
  expect(inReview).toContain('withdraw');
  expect(inReview).not.toContain('submit');
});
