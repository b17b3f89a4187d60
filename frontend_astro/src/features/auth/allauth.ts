/** allauth's browser client: the calls of signing in, and what its answers mean. */
import { type Answer, call } from '@/lib/browser-api';

const BASE = '/_allauth/browser/v1';

export type AuthCall =
  | 'auth/login'
  | 'auth/signup'
  | 'auth/email/verify'
  | 'auth/password/request'
  | 'auth/password/reset'
  | 'account/password/change';

export function postAuth(path: AuthCall, body: Record<string, string>): Promise<Answer<unknown>> {
  return call(`${BASE}/${path}`, { method: 'POST', body });
}

/** The session: ok when somebody is signed in; the body of a 401 names the step that is waited for. */
export function readSession(): Promise<Answer<unknown>> {
  return call(`${BASE}/auth/session`);
}

/** Ends the session. allauth answers 401, since nobody is signed in any more. */
export async function endSession(): Promise<boolean> {
  const answer = await call(`${BASE}/auth/session`, { method: 'DELETE' });
  return answer.ok || answer.problem.status === 401;
}

/** The step that a sign-in still waits for (`verify_email`, `mfa_authenticate`), or null. */
export function pendingStep(body: unknown): string | null {
  const flows = (body as { data?: { flows?: unknown } } | null)?.data?.flows;
  if (!Array.isArray(flows)) return null;
  for (const flow of flows as { id?: unknown; is_pending?: unknown }[]) {
    if (flow?.is_pending === true && typeof flow.id === 'string') return flow.id;
  }
  return null;
}
