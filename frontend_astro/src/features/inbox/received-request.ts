/** A received request: read by opening it, answered with yes, no or a mail. */
import { fillTexts, find } from '@/features/account/dom';
import { onSend, showProblem, typedIn } from '@/features/account/forms';
import { inbox } from '@/i18n/en/inbox';
import { call } from '@/lib/browser-api';
import { sayDay } from '@/lib/dates';
import type { PostRequest } from '@/lib/types';
import { isAnswerable, mailtoOf, toneOfStatus } from './grouping';

export interface ItemActions {
  /** Takes over the request's new state; `said` is empty when it has only been read. */
  update(request: PostRequest, said: string): void;
  trouble(text: string): void;
}

export function fillReceived(item: HTMLElement, request: PostRequest, actions: ItemActions): void {
  const { status } = request;
  fillTexts(item, {
    name: request.name,
    excerpt: request.message,
    message: request.message,
    note: request.note,
  });
  showStatus(item, request, inbox.statuses[status]);
  find(item, '[data-unread]').hidden = status !== 'new';
  find(item, '[data-note]').hidden = request.note === '';
  const address = find<HTMLAnchorElement>(item, '[data-address]');
  address.textContent = request.email;
  address.href = `mailto:${encodeURIComponent(request.email).replaceAll('%40', '@')}`;
  find<HTMLAnchorElement>(item, '[data-mail]').href = mailtoOf(
    request.email,
    inbox.answerSubject(request.post.title),
    inbox.answerBody(request.name, request.message),
  );
  find<HTMLAnchorElement>(item, '[data-report]').href = `/account/requests/${request.id}/report`;
  for (const part of item.querySelectorAll<HTMLElement>('[data-answerable]')) {
    part.hidden = !isAnswerable(status);
  }
  nameNote(item, request.id);
  listen(item, request, actions);
}

export function showStatus(item: HTMLElement, request: PostRequest, label: string): void {
  const badge = find(item, '[data-status]');
  badge.textContent = label;
  const tone = toneOfStatus(request.status);
  if (tone) badge.classList.add(tone);
  const time = find<HTMLTimeElement>(item, '[data-time]');
  time.dateTime = request.created_at;
  time.textContent = sayDay(request.created_at);
}

function nameNote(item: HTMLElement, id: number): void {
  const note = find<HTMLTextAreaElement>(item, '[name="note"]');
  note.id = `note-${id}`;
  find<HTMLLabelElement>(item, 'label').htmlFor = note.id;
  const error = find(item, '[data-error-for="note"]');
  error.id = `note-${id}-error`;
  note.setAttribute('aria-describedby', error.id);
}

function listen(item: HTMLElement, request: PostRequest, actions: ItemActions): void {
  const path = `/api/request/${request.id}`;
  const details = find<HTMLDetailsElement>(item, 'details');
  let isRead = request.status !== 'new';
  details.addEventListener('toggle', async () => {
    if (!details.open || isRead) return;
    isRead = true;
    const answer = await call<PostRequest>(path, { method: 'PATCH', body: { status: 'read' } });
    if (answer.ok) actions.update(answer.data, '');
    else isRead = false;
  });
  const form = find<HTMLFormElement>(item, 'form');
  let wanted = 'accepted';
  form.addEventListener('click', (event) => {
    if (event.target instanceof HTMLButtonElement) wanted = event.target.value;
  });
  onSend(form, async () => {
    const body = { status: wanted, note: typedIn(form, 'note').trim() };
    const answer = await call<PostRequest>(path, { method: 'PATCH', body });
    if (!answer.ok) return showProblem(form, answer.problem);
    const say = wanted === 'accepted' ? inbox.accepted : inbox.declined;
    actions.update(answer.data, say(request.name));
  });
}
