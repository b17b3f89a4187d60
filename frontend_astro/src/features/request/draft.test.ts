import { expect, test } from 'vitest';
import { readDraft } from './draft';

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('what was typed is kept as it was', () => {
  const draft = readDraft(form({ name: ' Ada ', email: 'a@b', message: 'one\r\ntwo', proof: 'p' }));
  expect(draft).toMatchObject({ name: ' Ada ', email: 'a@b', message: 'one\ntwo', proof: 'p' });
});

test('missing fields and files are empty', () => {
  const draft = readDraft(form({ name: new Blob(['x']), email: '' }));
  expect(draft).toMatchObject({ name: '', email: '', message: '', trapped: false });
});

test('a form that did not ask for a name says nothing of one', () => {
  expect(readDraft(form({ message: 'Hello' }))).toMatchObject({ name: null, email: null });
});

test('a key that could not be ours is dropped, since it becomes a header', () => {
  expect(readDraft(form({ idempotency_key: 'a\nb: c' })).idempotencyKey).toBe('');
  expect(readDraft(form({ idempotency_key: crypto.randomUUID() })).idempotencyKey).not.toBe('');
});

test('the field nobody sees tells a machine', () => {
  expect(readDraft(form({ website: 'https://example.org' })).trapped).toBe(true);
});
