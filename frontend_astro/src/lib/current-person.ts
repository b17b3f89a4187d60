/** Who is signed in on this browser, asked once a page. */
import { call, knownCsrfToken } from './browser-api';
import type { Me } from './types';

let asked: Promise<Me | null> | undefined;

/** The signed-in person, or null. A browser that never met the sign-in pages is not asked about at all. */
export function currentPerson(): Promise<Me | null> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<Me | null> {
  if (knownCsrfToken() === '') return null;
  const answer = await call<Me>('/api/user/me');
  return answer.ok ? answer.data : null;
}
