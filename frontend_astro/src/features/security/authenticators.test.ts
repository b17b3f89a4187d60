import { expect, it } from 'vitest';
import { type Authenticator, isOn, sortByKind } from './authenticators';

const used = { created_at: 1, last_used_at: null };
const app: Authenticator = { type: 'totp', ...used };
const phone: Authenticator = { type: 'webauthn', id: 3, name: 'Phone', ...used };
const codes: Authenticator = {
  type: 'recovery_codes',
  total_code_count: 10,
  unused_code_count: 9,
  ...used,
};

it('sorts what opens the account by kind', () => {
  expect(sortByKind([codes, phone, app])).toEqual({ app, passkeys: [phone], codes });
});

it.each([
  [[], false],
  [[codes], false],
  [[app], true],
  [[phone, codes], true],
])('knows whether there is a second step: %j', (rows, expected) => {
  expect(isOn(sortByKind(rows))).toBe(expected);
});
