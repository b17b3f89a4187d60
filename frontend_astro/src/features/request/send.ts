import { callApi, type Visitor } from '@/lib/api';
import type { Result } from '@/lib/result';
import type { SentRequest } from '@/lib/types';
import type { RequestDraft } from './draft';

/**
 * Sends what was typed to the API, as the signed-in person when there is one. What fell into the trap goes without
 * its proof, so that it waits for its sender to confirm: a person whose browser filled in the hidden field loses a
 * minute, a machine everything.
 */
export function sendRequest(
  visitor: Visitor,
  post: number,
  draft: RequestDraft,
): Promise<Result<SentRequest>> {
  const body: Record<string, unknown> = { post, message: draft.message };
  if (draft.name !== null) body['name'] = draft.name;
  if (draft.email !== null) body['email'] = draft.email;
  if (draft.proof && !draft.trapped) body['proof'] = draft.proof;
  const headers: Record<string, string> = {};
  if (draft.idempotencyKey) headers['Idempotency-Key'] = draft.idempotencyKey;
  return callApi<SentRequest>(visitor, '/api/request', {
    method: 'POST',
    body,
    headers,
    personal: true,
  });
}
