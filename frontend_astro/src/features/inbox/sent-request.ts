/** A request one has sent: how it stands, and taking it back. */
import { fillTexts, find } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { inbox } from '@/i18n/en/inbox';
import { call } from '@/lib/browser-api';
import type { PostRequest } from '@/lib/types';
import { isWithdrawable } from './grouping';
import { type ItemActions, showStatus } from './received-request';

export function fillSent(
  item: HTMLElement,
  request: PostRequest,
  actions: ItemActions & { erase(): Promise<void> },
): void {
  fillTexts(item, { message: request.message, note: request.note });
  showStatus(item, request, inbox.sentStatuses[request.status]);
  find(item, '[data-note]').hidden = request.note === '';
  const withdraw = find<HTMLButtonElement>(item, '[data-withdraw]');
  withdraw.hidden = !isWithdrawable(request.status);
  withdraw.addEventListener('click', async () => {
    withdraw.disabled = true;
    const answer = await call<PostRequest>(`/api/request/${request.id}`, {
      method: 'PATCH',
      body: { status: 'withdrawn' },
    });
    withdraw.disabled = false;
    if (answer.ok) actions.update(answer.data, inbox.withdrawn);
    else actions.trouble(failureText(answer.problem));
  });
  find(item, '[data-erase]').addEventListener('click', () => void actions.erase());
}
