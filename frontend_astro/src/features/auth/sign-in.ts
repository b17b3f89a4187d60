/** Signing in, and the way on to where one wanted to go. */
import { fillTexts, find, say, showView, turnTo } from '@/features/account/dom';
import { clearErrors, onSend, showMessage, showProblem, typedIn } from '@/features/account/forms';
import { forgetDrafts } from '@/features/composer/forget-drafts';
import { auth } from '@/i18n/en/auth';
import { failure } from '@/i18n/en/failure';
import { secondStep } from '@/i18n/en/security';
import { type Answer, knownCsrfToken } from '@/lib/browser-api';
import { currentPerson } from '@/lib/current-person';
import { endSession, pendingStep, postAuth, readSession } from './allauth';
import { nextPath } from './next-path';
import { knowsPasskeys, provePasskey } from './passkey';
import { BEGIN_AGAIN, OTHER_ACCOUNT, SecondStep, SIGNED_IN } from './second-step';
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
    const byPasskey = find(form, '[data-passkey]');
    byPasskey.hidden = !knowsPasskeys();
    byPasskey.addEventListener('click', () => void this.signInByPasskey(form));
    this.addEventListener(SIGNED_IN, () => this.goOn());
    this.addEventListener(BEGIN_AGAIN, () => void this.beginAgain(form));
    this.addEventListener(OTHER_ACCOUNT, () => void this.useOtherAccount());
    const error = new URLSearchParams(location.search).get('error');
    if (error !== null) showMessage(form, reasonOf(error));
    void this.lookWhoIsHere();
  }

  /** Somebody signed in is not sent on unasked: a page that turned them away would send them back here. */
  private async lookWhoIsHere(): Promise<void> {
    const me = await currentPerson();
    if (!me) return this.resume();
    if (new URLSearchParams(location.search).get('via') === 'google') return this.goOn();
    fillTexts(this, { already: auth.signIn.already(me.name) });
    showView(this, 'already');
  }

  /** Takes up a sign-in that waits for its second step: on coming back from Google, or after a reload. */
  private async resume(): Promise<void> {
    if (knownCsrfToken() === '') return;
    const session = await readSession();
    if (!session.ok) this.askSecondStep(session.body);
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const email = typedIn(form, 'email').trim();
    const answer = await postAuth('auth/login', { email, password: typedIn(form, 'password') });
    fillTexts(this, { 'sent-to': auth.checkMail.sentTo(email) });
    this.settle(form, answer);
  }

  private async signInByPasskey(form: HTMLFormElement): Promise<void> {
    clearErrors(form);
    const attempt = await provePasskey('auth/webauthn/login');
    if ('trouble' in attempt) return showMessage(form, attempt.trouble);
    fillTexts(this, { 'sent-to': auth.checkMail.sent });
    this.settle(form, attempt.answer);
  }

  private settle(form: HTMLFormElement, answer: Answer<unknown>): void {
    // A conflict means that this browser is signed in already.
    if (answer.ok || answer.problem.status === 409) this.goOn();
    else if (answer.problem.status !== 401) showProblem(form, answer.problem);
    else if (pendingStep(answer.body)?.id === 'verify_email') turnTo(this, 'check-mail');
    else if (!this.askSecondStep(answer.body)) showMessage(form, failure.down);
  }

  /** Asks for the second step if `body` says that the sign-in waits for it; answers whether it does. */
  private askSecondStep(body: unknown): boolean {
    const step = pendingStep(body);
    if (step?.id !== 'mfa_authenticate') return false;
    turnTo(this, 'second-step');
    find<SecondStep>(this, SecondStep.tag).ask(step.types);
    return true;
  }

  /** The sign-in waited too long for its second step, unless it was finished in another tab. */
  private async beginAgain(form: HTMLFormElement): Promise<void> {
    if ((await readSession()).ok) return this.goOn();
    turnTo(this, 'form');
    showMessage(form, secondStep.expired);
  }

  private async useOtherAccount(): Promise<void> {
    await endSession();
    turnTo(this, 'form');
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
