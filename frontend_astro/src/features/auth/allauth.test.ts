import { expect, it } from 'vitest';
import { flowsIn, pendingStep } from './allauth';

it('finds the step a sign-in waits for', () => {
  const flows = [{ id: 'login' }, { id: 'signup' }, { id: 'verify_email', is_pending: true }];
  expect(pendingStep({ status: 401, data: { flows } })).toMatchObject({
    id: 'verify_email',
    types: [],
  });
});

it('tells which second steps the account has', () => {
  const flow = { id: 'mfa_authenticate', is_pending: true, types: ['totp', 'webauthn'] };
  expect(pendingStep({ data: { flows: [flow] } })?.types).toEqual(['totp', 'webauthn']);
});

it('reads the ways to prove once more who one is', () => {
  const flows = [{ id: 'reauthenticate' }, { id: 'mfa_reauthenticate', types: ['totp'] }];
  expect(flowsIn({ data: { flows } }).map(({ id }) => id)).toEqual([
    'reauthenticate',
    'mfa_reauthenticate',
  ]);
});

it.each([null, {}, { data: {} }, { data: { flows: [null, { id: 3, is_pending: true }] } }])(
  'finds none in %j',
  (body) => {
    expect(pendingStep(body)).toBeNull();
  },
);
