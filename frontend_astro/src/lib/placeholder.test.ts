import { expect, test } from 'vitest';
import { placeholderUrl } from './placeholder';

test('a ThumbHash becomes a small PNG', () => {
  const url = placeholderUrl('1QcSHQRnh493V4dIh4eXh1h4kJUI');
  expect(url).toMatch(/^data:image\/png;base64,/);
  expect(url?.length).toBeLessThan(800);
});

test.each(['', 'not base64!', 'AAA='])('%j is no placeholder', (hash) => {
  expect(placeholderUrl(hash)).toBeNull();
});

test('a picture with transparency gets none, since it would shine through', () => {
  expect(placeholderUrl(btoa(String.fromCharCode(0, 0, 0x80, 0, 0, 0, 0, 0)))).toBeNull();
});
