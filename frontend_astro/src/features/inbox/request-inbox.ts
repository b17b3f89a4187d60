/** The inbox: requests received and sent, by post. */
import { askFirst } from '@/features/account/confirm-dialog';
import { fillTexts, find, fromTemplate, say, showView } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { fetchAndShow, pathOf } from '@/features/account/fetching';
import { inbox } from '@/i18n/en/inbox';
import { call } from '@/lib/browser-api';
import type { Page, PostRequest } from '@/lib/types';
import { countUnread, groupByPost, type RequestGroup } from './grouping';
import { fillReceived } from './received-request';
import { fillSent } from './sent-request';

type Box = 'received' | 'sent';

class RequestInbox extends HTMLElement {
  #requests: PostRequest[] = [];
  #next: string | null = null;

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-box]')) {
      if (link.dataset['box'] === this.#box) link.ariaCurrent = 'page';
    }
    find(this, '[data-more]').addEventListener('click', () => void this.#fetchMore());
    void fetchAndShow(
      this,
      () => call<Page<PostRequest>>(this.#path),
      (page) => this.#show(page),
    );
  }

  get #box(): Box {
    return new URLSearchParams(location.search).get('box') === 'sent' ? 'sent' : 'received';
  }

  get #path(): string {
    const post = new URLSearchParams(location.search).get('post') ?? '';
    const filter = /^\d+$/.test(post) ? `&post=${post}` : '';
    return `/api/request?box=${this.#box}&limit=50${filter}`;
  }

  #show(page: Page<PostRequest>): void {
    this.#requests = page.results;
    this.#next = page.next;
    this.#draw();
  }

  async #fetchMore(): Promise<void> {
    if (this.#next === null) return;
    const page = await call<Page<PostRequest>>(pathOf(this.#next));
    if (!page.ok) return this.#trouble(failureText(page.problem));
    const known = this.#requests.length;
    this.#requests.push(...page.data.results);
    this.#next = page.data.next;
    this.#draw();
    const first = this.#requests[known];
    if (first) this.querySelector<HTMLElement>(`[data-request="${first.id}"] summary`)?.focus();
  }

  #draw(): void {
    if (this.#requests.length === 0) {
      showView(this, `empty-${this.#box}`);
      return;
    }
    const open = new Set(
      [...this.querySelectorAll<HTMLElement>('[data-request]:has(details[open])')].map(
        (item) => item.dataset['request'],
      ),
    );
    const groups = groupByPost(this.#requests).map((group) => this.#group(group));
    find(this, '[data-groups]').replaceChildren(...groups);
    for (const id of open) {
      this.querySelector(`[data-request="${id}"] details`)?.toggleAttribute('open', true);
    }
    find(this, '[data-more]').hidden = this.#next === null;
    showView(this, 'list');
  }

  #group(group: RequestGroup): HTMLElement {
    const section = fromTemplate(this, 'group');
    const link = find<HTMLAnchorElement>(section, '[data-post]');
    link.textContent = group.post.title;
    link.href = `/post/${group.post.id}`;
    find(section, '[data-list]').append(...group.requests.map((request) => this.#item(request)));
    this.#markUnread(section, group.requests);
    return section;
  }

  #item(request: PostRequest): HTMLElement {
    const item = fromTemplate(this, this.#box);
    item.dataset['request'] = String(request.id);
    const update = (next: PostRequest, said: string) => this.#update(item, next, said);
    const trouble = (text: string) => this.#trouble(text);
    if (this.#box === 'received') fillReceived(item, request, { update, trouble });
    else fillSent(item, request, { update, trouble, erase: () => this.#erase(item, request) });
    return item;
  }

  /** Puts the request's new state in place, keeping it open and in focus. */
  #update(item: HTMLElement, next: PostRequest, said: string): void {
    this.#requests = this.#requests.map((request) => (request.id === next.id ? next : request));
    if (said !== '') this.#said(said);
    const section = item.closest<HTMLElement>('.inbox-group');
    const inSamePost = this.#requests.filter((request) => request.post.id === next.post.id);
    if (section) this.#markUnread(section, inSamePost);
    // Having been read changes only its mark, and must not disturb the reading.
    if (said === '') {
      find(item, '[data-unread]').hidden = true;
      return;
    }
    const fresh = this.#item(next);
    const isOpen = item.querySelector('details')?.open === true;
    item.replaceWith(fresh);
    if (isOpen) fresh.querySelector('details')?.toggleAttribute('open', true);
    fresh.querySelector<HTMLElement>('summary, button:not([hidden])')?.focus();
  }

  async #erase(item: HTMLElement, request: PostRequest): Promise<void> {
    const dialog = find<HTMLDialogElement>(this, '[data-dialog="erase"]');
    if (!(await askFirst(dialog))) return;
    const answer = await call(`/api/request/${request.id}`, { method: 'DELETE' });
    if (!answer.ok && answer.problem.status !== 404) {
      return this.#trouble(failureText(answer.problem));
    }
    this.#requests = this.#requests.filter(({ id }) => id !== request.id);
    item.remove();
    this.#said(inbox.erased);
    this.#draw();
    find(this, 'h1').tabIndex = -1;
    find(this, 'h1').focus();
  }

  #markUnread(section: HTMLElement, requests: readonly PostRequest[]): void {
    const unread = this.#box === 'received' ? countUnread(requests) : 0;
    fillTexts(section.querySelector('.inbox-group-head') ?? section, {
      unread: unread === 0 ? '' : inbox.unread(unread),
    });
  }

  #said(text: string): void {
    say(find(this, '[data-trouble]'), '');
    say(find(this, '[data-said]'), text);
  }

  #trouble(text: string): void {
    say(find(this, '[data-said]'), '');
    say(find(this, '[data-trouble]'), text);
  }
}

customElements.define('request-inbox', RequestInbox);
