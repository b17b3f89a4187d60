import { expect, it } from 'vitest';
import { readFailure } from './field-errors';

it('reads a problem document', () => {
  const failure = readFailure({
    type: 'about:blank',
    title: 'Invalid',
    status: 400,
    detail: 'Some fields need another look.',
    errors: [
      { field: 'title', code: 'required', message: 'Give it a title.' },
      { field: 'images.0.alt', code: 'max_length', message: 'Too long.' },
      { field: 'title', code: 'null', message: 'No null bytes.' },
    ],
  });
  expect(failure.fields.get('title')).toEqual(['Give it a title.', 'No null bytes.']);
  expect(failure.fields.get('images.0.alt')).toEqual(['Too long.']);
  expect(failure.general).toEqual([]);
  expect(failure.codes).toEqual(new Set(['required', 'max_length', 'null']));
});

it('reads an allauth answer', () => {
  const failure = readFailure({
    status: 400,
    errors: [
      { param: 'password', code: 'email_password_mismatch', message: 'Not correct.' },
      { code: 'too_many_login_attempts', message: 'Too many tries.' },
    ],
  });
  expect(failure.fields.get('password')).toEqual(['Not correct.']);
  expect(failure.general).toEqual(['Too many tries.']);
});

it('falls back to the detail', () => {
  expect(readFailure({ status: 409, detail: 'This post is closed.' }).general).toEqual([
    'This post is closed.',
  ]);
});

it.each([null, undefined, 'text', 3, [], { errors: 'x' }, { errors: [null, 1, {}] }])(
  'finds nothing in %j and does not fall over',
  (body) => {
    const failure = readFailure(body);
    expect(failure.fields.size).toBe(0);
    expect(failure.general).toEqual([]);
  },
);
