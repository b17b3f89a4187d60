/** One's own posts in every state, and what can be done about each. */
import { mine } from '@/i18n/en/mine';
import { type Answer, call } from '@/lib/browser-api';
import type { Page, PostBrief } from '@/lib/types';
import { askFirst } from './confirm-dialog';
import { find, fromTemplate, say, showView } from './dom';
import { failureText } from './failure';
import { fetchAndShow, pathOf } from './fetching';
import { showProblem, typedIn } from './forms';
import { fillPostRow, type RowActions } from './post-row';

const words = mine.posts;

class MyPosts extends HTMLElement {
  #next: string | null = null;
  #state = '';

  connectedCallback(): void {
    const filter = find<HTMLSelectElement>(this, '[data-filter] select');
    filter.addEventListener('change', () => {
      this.#state = filter.value;
      void this.#fetchFirst();
    });
    find(this, '[data-more]').addEventListener('click', () => void this.#fetchMore());
    void fetchAndShow(
      this,
      () => this.#list(),
      (page) => this.#showFirst(page),
    );
  }

  #list(): Promise<Answer<Page<PostBrief>>> {
    const state = this.#state && `&state=${this.#state}`;
    return call<Page<PostBrief>>(`/api/post?user=me&limit=20${state}`);
  }

  async #fetchFirst(): Promise<void> {
    const page = await this.#list();
    if (page.ok) this.#showFirst(page.data);
    else this.#trouble(failureText(page.problem));
  }

  #showFirst(page: Page<PostBrief>): void {
    const isEmpty = page.results.length === 0;
    find(this, '[data-filter]').hidden = isEmpty && this.#state === '';
    find(this, '[data-rows]').replaceChildren();
    this.#append(page);
    showView(this, isEmpty ? (this.#state === '' ? 'empty' : 'none') : 'list');
  }

  async #fetchMore(): Promise<void> {
    if (this.#next === null) return;
    const page = await call<Page<PostBrief>>(pathOf(this.#next));
    if (!page.ok) return this.#trouble(failureText(page.problem));
    const first = this.#append(page.data);
    first?.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Adds the rows of a page and returns the first of them. */
  #append(page: Page<PostBrief>): HTMLElement | undefined {
    const rows = page.results.map((post) => this.#row(post));
    find(this, '[data-rows]').append(...rows);
    this.#next = page.next;
    find(this, '[data-more]').hidden = page.next === null;
    return rows[0];
  }

  #row(post: PostBrief): HTMLElement {
    const row = fromTemplate(this, 'row');
    const actions: RowActions = {
      submit: () => this.#act(row, post.id, 'submit', words.done.submitted),
      withdraw: () => this.#act(row, post.id, 'withdraw', words.done.withdrawn),
      setAvailability: (availability) => this.#setAvailability(row, post, availability),
      remove: () => this.#remove(row, post),
      appeal: (form) => this.#appeal(row, post, form),
    };
    fillPostRow(row, post, actions);
    return row;
  }

  async #act(row: HTMLElement, id: number, verb: string, done: string): Promise<void> {
    const answer = await call<PostBrief>(`/api/post/${id}/${verb}`, { method: 'POST' });
    await this.#after(row, answer, done);
  }

  async #setAvailability(row: HTMLElement, post: PostBrief, availability: string): Promise<void> {
    const body = { availability };
    const answer = await call<PostBrief>(`/api/post/${post.id}`, { method: 'PATCH', body });
    const done = words.done[availability as keyof typeof words.availabilities];
    await this.#after(row, answer, done);
  }

  /** What was typed stays in the form unless the answer says that no appeal is possible any more. */
  async #appeal(row: HTMLElement, post: PostBrief, form: HTMLFormElement): Promise<void> {
    const body = { text: typedIn(form, 'text').trim() };
    const answer = await call<PostBrief>(`/api/post/${post.id}/appeal`, { method: 'POST', body });
    const isOver = !answer.ok && (answer.problem.status === 409 || answer.problem.status === 404);
    if (!answer.ok && !isOver) return showProblem(form, answer.problem);
    await this.#after(row, answer, words.done.appealed);
  }

  async #remove(row: HTMLElement, post: PostBrief): Promise<void> {
    const dialog = find<HTMLDialogElement>(this, '[data-dialog="remove"]');
    const subject = words.removeBody(post.title || words.untitled);
    if (!(await askFirst(dialog, { subject }))) return;
    const answer = await call(`/api/post/${post.id}`, { method: 'DELETE' });
    if (!answer.ok && answer.problem.status !== 404) {
      return this.#trouble(failureText(answer.problem));
    }
    row.remove();
    this.#said(words.done.removed);
    find(this, 'h1').tabIndex = -1;
    find(this, 'h1').focus();
    if (find(this, '[data-rows]').children.length === 0) await this.#fetchFirst();
  }

  /** Shows the post as it is now, whether or not the change was taken. */
  async #after(row: HTMLElement, answer: Answer<PostBrief>, done: string): Promise<void> {
    if (!answer.ok) {
      this.#trouble(failureText(answer.problem));
      return this.#fetchFirst();
    }
    this.#said(done);
    const shown = this.#row(answer.data);
    row.replaceWith(shown);
    shown.querySelector('h2')?.focus();
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

customElements.define('my-posts', MyPosts);
