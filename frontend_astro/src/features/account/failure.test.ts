import { expect, it } from 'vitest';
import { failure } from '@/i18n/en/failure';
import { toProblem } from '@/lib/problem';
import { failureText } from './failure';

it('prefers what the server says about the visitor’s own doing', () => {
  expect(failureText(toProblem({ detail: 'This post is closed.' }, 409))).toBe(
    'This post is closed.',
  );
  const allauth = { status: 400, errors: [{ param: 'email', code: 'x', message: 'Not so.' }] };
  expect(failureText(toProblem(allauth, 400))).toBe('Not so.');
});

it.each([
  [0, failure.offline],
  [401, failure.signedOut],
  [403, failure.forbidden],
  [404, failure.gone],
  [412, failure.stale],
  [429, failure.tooMany],
  [500, failure.down],
  [503, failure.down],
])('says something kind for a bare %d', (status, text) => {
  expect(failureText(toProblem(null, status))).toBe(text);
});

it('never passes on the words of a server error', () => {
  expect(failureText(toProblem({ detail: 'KeyError' }, 500))).toBe(failure.down);
});
