import { expect, it } from 'vitest';
import { pendingStep } from './allauth';

it('finds the step a sign-in waits for', () => {
  const flows = [{ id: 'login' }, { id: 'signup' }, { id: 'verify_email', is_pending: true }];
  expect(pendingStep({ status: 401, data: { flows } })).toBe('verify_email');
});

it.each([null, {}, { data: {} }, { data: { flows: [null, { id: 3, is_pending: true }] } }])(
  'finds none in %j',
  (body) => {
    expect(pendingStep(body)).toBeNull();
  },
);
