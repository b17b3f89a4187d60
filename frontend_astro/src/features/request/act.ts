/** What its sender can do to a request from its own page. */
import { callApi, type Visitor } from '@/lib/api';
import type { Result } from '@/lib/result';

const ACTIONS = ['confirm', 'withdraw', 'erase'] as const;
export type Action = (typeof ACTIONS)[number];

/** The action a posted form names; null for anything else. */
export const actionOf = (form: FormData): Action | null =>
  ACTIONS.find((action) => action === form.get('action')) ?? null;

/** Does it. Confirming takes the secret that only the mail held. */
export function act(
  visitor: Visitor,
  request: { id: number; token: string },
  action: Action,
  confirmToken: string,
): Promise<Result<unknown>> {
  const own = `/api/request/${request.id}?token=${encodeURIComponent(request.token)}`;
  switch (action) {
    case 'confirm':
      return callApi(visitor, `/api/request/${request.id}/confirm`, {
        method: 'POST',
        body: { token: confirmToken },
      });
    case 'withdraw':
      return callApi(visitor, own, { method: 'PATCH', body: { status: 'withdrawn' } });
    case 'erase':
      return callApi(visitor, own, { method: 'DELETE' });
  }
}
