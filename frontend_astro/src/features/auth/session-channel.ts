/** Tells this site's other tabs that somebody has signed in, so that what waited there goes on. */

const NAME = 'firsthand.session';

export function announceSignIn(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  channel.postMessage('signed-in');
  channel.close();
}

/** Calls `then` each time somebody signs in in another tab, until the signal ends it. */
export function onSignInElsewhere(then: () => void, signal?: AbortSignal): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', then);
  signal?.addEventListener('abort', () => channel.close());
}
