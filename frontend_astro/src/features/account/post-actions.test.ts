import { expect, it } from 'vitest';
import { actionsOf } from './post-actions';

it('offers what each state allows', () => {
  expect(actionsOf({ state: 'draft' })).toContain('submit');
  expect(actionsOf({ state: 'in_review' })).not.toContain('edit');
  expect(actionsOf({ state: 'live' })).toEqual(['edit', 'view', 'availability', 'remove']);
  expect(actionsOf({ state: 'removed' })).not.toContain('submit');
});

it('treats the edit of a live post like a draft beside it', () => {
  expect(actionsOf({ state: 'live', has_pending_changes: true })).toEqual(
    expect.arrayContaining(['view', 'availability', 'submit', 'withdraw', 'preview']),
  );
});
