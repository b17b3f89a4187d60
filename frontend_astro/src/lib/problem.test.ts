import { expect, test } from 'vitest';
import { fieldErrors, toProblem } from './problem';

const problem = toProblem(
  {
    title: 'Invalid input',
    errors: [
      { field: 'email', code: 'invalid', message: 'Not an address.' },
      { field: 'email', code: 'blank', message: 'Second.' },
      { field: 'proof', code: 'used', message: 'Used.' },
    ],
  },
  400,
);

test('the first message about a field stands beside it, the rest above the form', () => {
  expect(fieldErrors(problem, ['email'])).toEqual({ email: 'Not an address.', '': 'Used.' });
});

test('an empty field is spoken of in the form’s own words', () => {
  const blank = toProblem({ errors: [{ field: 'name', code: 'blank', message: 'Blank.' }] }, 400);
  expect(fieldErrors(blank, ['name'], { name: 'Who are you?' })).toEqual({ name: 'Who are you?' });
});

test('a problem that names no field speaks for the whole form', () => {
  expect(fieldErrors(toProblem({ title: 'Closed', detail: 'Given away.' }, 409))).toEqual({
    '': 'Given away.',
  });
});

test.each([null, 'words', 7, [], { errors: 'none', title: 4 }])('%j makes a problem', (body) => {
  expect(toProblem(body, 500)).toMatchObject({ status: 500, title: '', errors: [] });
});
