/** Fills the row of one of one's own posts. */
import { mine } from '@/i18n/en/mine';
import { sayDay } from '@/lib/dates';
import type { PostBrief } from '@/lib/types';
import { fillTexts, find } from './dom';
import { actionsOf, toneOf } from './post-actions';
import { showAppeal } from './post-appeal';

const words = mine.posts;

export interface RowActions {
  submit(): Promise<void>;
  withdraw(): Promise<void>;
  setAvailability(availability: string): Promise<void>;
  remove(): Promise<void>;
  appeal(form: HTMLFormElement): Promise<void>;
}

export function fillPostRow(row: HTMLElement, post: PostBrief, actions: RowActions): void {
  const state = post.state ?? 'draft';
  const isPending = state === 'live' && post.has_pending_changes === true;
  const badge = find(row, '[data-state]');
  badge.textContent = words.states[state];
  if (toneOf(state)) badge.classList.add(toneOf(state));
  const reason = state === 'live' && !isPending ? '' : (post.review?.reason ?? '');
  fillTexts(row, {
    title: post.title || words.untitled,
    pending: isPending ? (post.can_withdraw ? words.pendingInReview : words.pending) : '',
    hint: isPending ? words.pendingHint : words.stateHints[state],
    edited: words.edited(sayDay(post.last_edited)),
    reason: state === 'in_review' || state === 'draft' ? '' : reason,
  });
  find(row, '[data-reason]').hidden = find(row, '[data-text="reason"]').hidden;
  showAppeal(row, post, actions.appeal);
  showPicture(row, post);
  showRequests(row, post);
  showActions(row, post, actions);
}

function showPicture(row: HTMLElement, post: PostBrief): void {
  const picture = post.images[0];
  if (!picture) return;
  const image = find<HTMLImageElement>(row, 'img');
  image.src = picture.poster ?? picture.src;
  if (!picture.animated) {
    image.srcset = picture.srcset;
    image.sizes = '9rem';
  }
  image.hidden = false;
  find(row, '[data-no-picture]').hidden = true;
}

function showRequests(row: HTMLElement, post: PostBrief): void {
  const count = post.request_count ?? 0;
  if (count === 0) return;
  const unread = post.unread_count ?? 0;
  const link = find<HTMLAnchorElement>(row, '[data-requests]');
  link.textContent = words.requests(count) + (unread > 0 ? ` · ${words.unread(unread)}` : '');
  link.classList.toggle('badge-accent', unread > 0);
  link.href = `/account/requests?post=${post.id}`;
  link.hidden = false;
}

function showActions(row: HTMLElement, post: PostBrief, actions: RowActions): void {
  const open = actionsOf(post);
  for (const element of row.querySelectorAll<HTMLElement>('[data-action]')) {
    element.hidden = !open.some((action) => action === element.dataset['action']);
  }
  const link = (name: string, href: string) => {
    find<HTMLAnchorElement>(row, `[data-action="${name}"]`).href = href;
  };
  link('edit', `/post/${post.id}/edit`);
  link('view', `/post/${post.id}`);
  link('preview', `/preview?post=${post.id}`);
  if (post.state === 'changes_requested') {
    find(row, '[data-action="submit"]').textContent = words.resubmit;
  }
  onPress(row, 'submit', actions.submit);
  onPress(row, 'withdraw', actions.withdraw);
  onPress(row, 'remove', actions.remove);
  const select = find<HTMLSelectElement>(row, '[data-action="availability"] select');
  select.value = post.availability;
  select.addEventListener('change', () => void actions.setAvailability(select.value));
}

/** One press at a time: a second one while the first is under way does nothing. */
function onPress(row: HTMLElement, name: string, then: () => Promise<void>): void {
  const button = find(row, `[data-action="${name}"]`);
  let busy = false;
  button.addEventListener('click', async () => {
    if (busy) return;
    busy = true;
    button.ariaDisabled = 'true';
    try {
      await then();
    } finally {
      busy = false;
      button.ariaDisabled = 'false';
    }
  });
}
