import { expect, it } from 'vitest';
import { asPair, codesAsText, inFours, sayUse } from './words';

const since = (day: string): string => `Added ${day}.`;
const now = Date.now() / 1000;

it('says when something was added and used', () => {
  expect(sayUse({ created_at: now, last_used_at: null }, since)).toBe('Added today. Not used yet.');
  expect(sayUse({ created_at: now - 86_400, last_used_at: now }, since)).toBe(
    'Added yesterday. Last used today.',
  );
});

it('shows keys and codes in pieces that can be read out', () => {
  expect(inFours('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  expect(asPair('12345678')).toBe('1234 5678');
});

it('writes the codes one a line', () => {
  expect(codesAsText(['12345678', '87654321'], 'firsthand.example')).toBe(
    'Recovery codes for firsthand.example. Each works once.\n\n1234 5678\n8765 4321\n',
  );
});
