/** Pages that fetch before they show something: the wait, the failure, the way to sign in. */
import { loginPath } from '@/features/auth/next-path';
import type { Problem } from '@/lib/problem';
import type { Result } from '@/lib/result';
import { fillTexts, showView } from './dom';
import { failureText } from './failure';

/**
 * Runs `fetch` and hands what it got to `show`, which chooses the view. Without a session one is sent to sign in
 * and back; anything else is shown with a way to try again, and once more by itself when the connection is back.
 */
export async function fetchAndShow<T>(
  root: HTMLElement,
  fetch: () => Promise<Result<T>>,
  show: (data: T) => void,
): Promise<void> {
  const attempt = async (): Promise<void> => {
    showView(root, 'loading');
    const result = await fetch();
    if (result.ok) show(result.data);
    else showFailure(root, result.problem);
  };
  for (const button of root.querySelectorAll('[data-retry]')) {
    button.addEventListener('click', () => void attempt());
  }
  window.addEventListener('online', () => {
    if (!root.querySelector<HTMLElement>('[data-view="offline"]')?.hidden) void attempt();
  });
  await attempt();
}

function showFailure(root: HTMLElement, problem: Problem): void {
  if (problem.status === 401) {
    location.replace(loginPath(location.pathname + location.search));
    return;
  }
  fillTexts(root, { failure: failureText(problem) });
  showView(root, problem.status === 0 ? 'offline' : 'failed');
}

/** The path of an absolute address within this site, for the API's `next`. */
export function pathOf(address: string): string {
  const url = new URL(address, location.origin);
  return url.pathname + url.search;
}
