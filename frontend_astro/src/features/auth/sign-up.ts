/** Making an account; the answer is the same whether or not the address already has one. */
import { fillTexts, find, turnTo } from '@/features/account/dom';
import { onSend, showProblem, typedIn } from '@/features/account/forms';
import { auth } from '@/i18n/en/auth';
import { postAuth } from './allauth';
import { nextPath } from './next-path';

class SignUp extends HTMLElement {
  connectedCallback(): void {
    const form = find<HTMLFormElement>(this, 'form');
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-keep-next]')) {
      link.search = location.search;
    }
    find(this, '[data-back]').addEventListener('click', () => turnTo(this, 'form'));
    onSend(form, () => this.send(form));
  }

  private async send(form: HTMLFormElement): Promise<void> {
    const email = typedIn(form, 'email').trim();
    const answer = await postAuth('auth/signup', {
      name: typedIn(form, 'name').trim(),
      email,
      password: typedIn(form, 'password'),
    });
    const next = nextPath(location.search, location.origin);
    // A conflict means that this browser is signed in already.
    if (answer.ok || answer.problem.status === 409) return location.assign(next);
    if (answer.problem.status !== 401) return showProblem(form, answer.problem);
    fillTexts(this, { 'sent-to': auth.checkMail.sentTo(email) });
    turnTo(this, 'check-mail');
  }
}

customElements.define('sign-up', SignUp);
