/** Sets a new password by the key in the mail's link. */
import { find, turnTo } from '@/features/account/dom';
import { onSend, showProblem, typedIn } from '@/features/account/forms';
import { postAuth } from './allauth';

class ResetPassword extends HTMLElement {
  connectedCallback(): void {
    const form = find<HTMLFormElement>(this, 'form');
    onSend(form, () => this.send(form));
  }

  /** allauth answers 401 after a good reset, unless the site signs people in with it. */
  private async send(form: HTMLFormElement): Promise<void> {
    const key = this.dataset['key'] ?? '';
    const password = typedIn(form, 'password');
    const answer = await postAuth('auth/password/reset', { key, password });
    if (answer.ok) return turnTo(this, 'signed-in');
    const { problem } = answer;
    if (problem.status === 401) turnTo(this, 'done');
    else if (problem.errors.some((error) => error.field === 'key')) turnTo(this, 'bad');
    else showProblem(form, problem);
  }
}

customElements.define('reset-password', ResetPassword);
