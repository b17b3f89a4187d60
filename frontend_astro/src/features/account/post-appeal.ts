/** Asking for a second look at a decision against one's post, beside the reason. */
import { mine } from '@/i18n/en/mine';
import { sayDay } from '@/lib/dates';
import type { PostBrief, Review } from '@/lib/types';
import { fillTexts, find } from './dom';
import { onSend } from './forms';

const words = mine.posts.appeal;

/** What became of an appeal, in words; empty where there was none. */
export function saidOf(review: Pick<Review, 'appeal'> | null | undefined): string {
  const appeal = review?.appeal;
  if (!appeal) return '';
  return appeal.state === 'open' ? words.waiting(sayDay(appeal.at)) : words[appeal.state];
}

/** Shows how an appeal stands, or the form for one where its creator may still ask. */
export function showAppeal(
  row: HTMLElement,
  post: PostBrief,
  send: (form: HTMLFormElement) => Promise<void>,
): void {
  const { review } = post;
  fillTexts(row, { appeal: saidOf(review), 'appeal-note': review?.appeal?.note ?? '' });
  const asking = find(row, '[data-appeal]');
  asking.hidden = review?.can_appeal !== true;
  if (asking.hidden) return;
  const form = find<HTMLFormElement>(asking, 'form');
  const text = find<HTMLTextAreaElement>(form, 'textarea');
  const error = find(form, '[data-error-for="text"]');
  const hint = find(form, '.field-hint');
  text.id = `appeal-${post.id}`;
  hint.id = `${text.id}-hint`;
  error.id = `${text.id}-error`;
  text.setAttribute('aria-describedby', `${hint.id} ${error.id}`);
  find<HTMLLabelElement>(form, 'label').htmlFor = text.id;
  onSend(form, () => send(form));
}
