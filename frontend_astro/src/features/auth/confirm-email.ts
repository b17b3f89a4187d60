/** Confirms an address by the key in its mail's link. */
import { find, turnTo } from '@/features/account/dom';
import { onSend, showProblem } from '@/features/account/forms';
import { pendingStep, postAuth, readSession } from './allauth';
import { announceSignIn } from './session-channel';

class ConfirmEmail extends HTMLElement {
  connectedCallback(): void {
    const form = find<HTMLFormElement>(this, 'form');
    onSend(form, () => this.send(form));
    void this.beginByItself(form);
  }

  /** In the browser that signed up nothing more needs pressing; a mail scanner is never that browser. */
  private async beginByItself(form: HTMLFormElement): Promise<void> {
    const session = await readSession();
    if (pendingStep(session.body)?.id === 'verify_email') form.requestSubmit();
  }

  /** allauth answers 200 when the browser that signed up is now signed in, 401 when it was another one. */
  private async send(form: HTMLFormElement): Promise<void> {
    const answer = await postAuth('auth/email/verify', { key: this.dataset['key'] ?? '' });
    if (answer.ok) return this.welcome();
    const { status } = answer.problem;
    if (status === 401) return turnTo(this, 'confirmed');
    if (status !== 400 && status !== 409) return showProblem(form, answer.problem);
    // A link opened twice is spent, and yet its reader may be signed in by it.
    if ((await readSession()).ok) return this.welcome();
    turnTo(this, 'bad');
  }

  private welcome(): void {
    announceSignIn();
    turnTo(this, 'signed-in');
  }
}

customElements.define('confirm-email', ConfirmEmail);
