/** allauth's browser client: the calls of signing in, and what its answers mean. */
import { type Answer, call } from '@/lib/browser-api';

export const BASE = '/_allauth/browser/v1';

export type AuthCall =
  | 'auth/login'
  | 'auth/signup'
  | 'auth/email/verify'
  | 'auth/password/request'
  | 'auth/password/reset'
  | 'auth/reauthenticate'
  | 'auth/2fa/authenticate'
  | 'auth/2fa/reauthenticate'
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

/** A way on that allauth offers; `types` are the kinds of second step that the account has. */
export interface Flow {
  id: string;
  types: string[];
  isPending: boolean;
}

/** The ways on in the body of a 401: to sign in, to finish signing in, or to prove once more who one is. */
export function flowsIn(body: unknown): Flow[] {
  const flows = (body as { data?: { flows?: unknown } } | null)?.data?.flows;
  if (!Array.isArray(flows)) return [];
  return (flows as ({ id?: unknown; is_pending?: unknown; types?: unknown } | null)[]).flatMap(
    (flow) =>
      typeof flow?.id === 'string'
        ? [
            {
              id: flow.id,
              types: Array.isArray(flow.types) ? flow.types.map(String) : [],
              isPending: flow.is_pending === true,
            },
          ]
        : [],
  );
}

/** The step that a sign-in still waits for (`verify_email`, `mfa_authenticate`), or null. */
export function pendingStep(body: unknown): Flow | null {
  return flowsIn(body).find((flow) => flow.isPending) ?? null;
}
