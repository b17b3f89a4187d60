import { expect, test } from 'vitest';
import { readReport } from './draft';

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('what was typed is kept as it was', () => {
  const draft = readReport(form({ reason: 'spam', detail: ' one\r\ntwo', email: 'a@b' }));
  expect(draft).toEqual({ reason: 'spam', detail: ' one\ntwo', email: 'a@b', trapped: false });
});

test('missing fields and files are empty', () => {
  expect(readReport(form({ detail: new Blob(['x']) }))).toEqual({
    reason: '',
    detail: '',
    email: '',
    trapped: false,
  });
});

test('the field nobody sees tells a machine', () => {
  expect(readReport(form({ website: 'https://example.org' })).trapped).toBe(true);
});
