import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { solve } from './proof';

const challenge = (number: number, maxnumber = 2000) => ({
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update(`salt?expires=1${number}`).digest('hex'),
  salt: 'salt?expires=1',
  signature: 'signed',
  maxnumber,
});

test.each([0, 1234, 2000])('finds %i', async (number) => {
  const proof = await solve(challenge(number));
  expect(JSON.parse(atob(proof ?? ''))).toEqual({
    algorithm: 'SHA-256',
    challenge: challenge(number).challenge,
    number,
    salt: 'salt?expires=1',
    signature: 'signed',
  });
});

test('gives up at the end', async () => {
  expect(await solve(challenge(2001))).toBeNull();
});
