/** Signing in, and the way on to where one wanted to go. */
import { fillTexts, find, say, showView, turnTo } from '@/features/account/dom';
import { onSend, showMessage, showProblem, typedIn } from '@/features/account/forms';
import { forgetDrafts } from '@/features/composer/forget-drafts';
import { auth } from '@/i18n/en/auth';
import { failure } from '@/i18n/en/failure';
import { currentPerson } from '@/lib/current-person';
import { endSession, pendingStep, postAuth } from './allauth';
import { nextPath } from './next-path';
import { announceSignIn } from './session-channel';

/** Why the way back from a provider did not end signed in. */
function reasonOf(error: string): string {
  if (error === 'account_suspended') return auth.signIn.suspended;
  return error === 'account_closed' ? auth.signIn.closed : auth.signIn.socialFailed;
}

class SignIn extends HTMLElement {
  private get next(): string {
    return nextPath(location.search, location.origin);
  }

  connectedCallback(): void {
    const form = find<HTMLFormElement>(this, 'form');
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-keep-next]')) {
      link.search = location.search;
    }
    find<HTMLAnchorElement>(this, '[data-next]').href = this.next;
    find(this, '[data-sign-out]').addEventListener('click', () => void this.signOut());
    find(this, '[data-back]').addEventListener('click', () => turnTo(this, 'form'));
    onSend(form, () => this.send(form));
    const error = new URLSearchParams(location.search).get('error');
    if (error !== null) showMessage(form, reasonOf(error));
    void this.lookWhoIsHere();
  }

  /** Somebody signed in is not sent on unasked: a page that turned them away would send them back here. */
  private async lookWhoIsHere(): Promise<void> {
    const me = await currentPerson();
    if (!me) return;
    if (new URLSearchParams(location.search).get('via') === 'google') return this.goOn();
    fillTexts(this, { already: auth.signIn.already(me.name) });
    showView(this, 'already');
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const email = typedIn(form, 'email').trim();
    const answer = await postAuth('auth/login', { email, password: typedIn(form, 'password') });
    // A conflict means that this browser is signed in already.
    if (answer.ok || answer.problem.status === 409) return this.goOn();
    if (answer.problem.status !== 401) return showProblem(form, answer.problem);
    const step = pendingStep(answer.body);
    if (step === 'verify_email') {
      fillTexts(this, { 'sent-to': auth.checkMail.sentTo(email) });
      turnTo(this, 'check-mail');
    } else {
      showMessage(form, step === 'mfa_authenticate' ? auth.signIn.secondStep : failure.down);
    }
  }

  private goOn(): void {
    announceSignIn();
    location.assign(this.next);
  }

  private async signOut(): Promise<void> {
    if (await endSession()) {
      forgetDrafts(localStorage);
      turnTo(this, 'form');
    } else {
      say(find(this, '[data-sign-out-error]'), failure.down);
    }
  }
}

customElements.define('sign-in', SignIn);
