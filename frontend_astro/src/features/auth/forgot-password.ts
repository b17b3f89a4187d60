/** Asks for a link to set a new password. */
import { fillTexts, find, turnTo } from '@/features/account/dom';
import { onSend, showProblem, typedIn } from '@/features/account/forms';
import { auth } from '@/i18n/en/auth';
import { postAuth } from './allauth';

class ForgotPassword extends HTMLElement {
  connectedCallback(): void {
    const form = find<HTMLFormElement>(this, 'form');
    onSend(form, async () => {
      const email = typedIn(form, 'email').trim();
      const answer = await postAuth('auth/password/request', { email });
      if (!answer.ok) return showProblem(form, answer.problem);
      fillTexts(this, { sent: auth.forgot.sent(email) });
      turnTo(this, 'sent');
    });
  }
}

customElements.define('forgot-password', ForgotPassword);
