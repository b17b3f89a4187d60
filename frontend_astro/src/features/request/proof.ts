/** The proof of work that a guest's browser does for a request: ALTCHA's challenge, solved by trying numbers. */
import type { Challenge } from '@/lib/types';

const BATCH = 500;

/** The payload to send, or null when no number up to the challenge's `maxnumber` fits. */
export async function solve(challenge: Challenge): Promise<string | null> {
  const { algorithm, challenge: wanted, salt, signature, maxnumber } = challenge;
  for (let start = 0; start <= maxnumber; start += BATCH) {
    const numbers = Array.from(
      { length: Math.min(BATCH, maxnumber - start + 1) },
      (_, step) => start + step,
    );
    const hashes = await Promise.all(numbers.map((number) => digest(algorithm, salt + number)));
    const at = hashes.indexOf(wanted);
    if (at >= 0) {
      const number = start + at;
      return btoa(JSON.stringify({ algorithm, challenge: wanted, number, salt, signature }));
    }
  }
  return null;
}

async function digest(algorithm: string, text: string): Promise<string> {
  const hash = await crypto.subtle.digest(algorithm, new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
