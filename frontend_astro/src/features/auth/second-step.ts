/** The second step of signing in: a code of the app, a recovery code, or a passkey. */
import { fillTexts, find } from '@/features/account/dom';
import { clearErrors, onSend, showMessage, showProblem, typedIn } from '@/features/account/forms';
import { secondStep } from '@/i18n/en/security';
import type { Answer } from '@/lib/browser-api';
import { postAuth } from './allauth';
import { knowsPasskeys, provePasskey } from './passkey';

export const SIGNED_IN = 'second-step:signed-in';
export const BEGIN_AGAIN = 'second-step:begin-again';
export const OTHER_ACCOUNT = 'second-step:other-account';

export class SecondStep extends HTMLElement {
  static readonly tag = 'second-step';

  connectedCallback(): void {
    onSend(this.#form, () => this.#sendCode());
    find(this, '[data-passkey]').addEventListener('click', () => void this.#usePasskey());
    find(this, '[data-other-account]').addEventListener('click', () => this.#tell(OTHER_ACCOUNT));
  }

  /** Asks for one of the kinds that the account has. */
  ask(types: readonly string[]): void {
    const code = find<HTMLInputElement>(this, '[name="code"]');
    const hasPasskey = types.includes('webauthn') && knowsPasskeys();
    clearErrors(this.#form);
    code.value = '';
    find(this, '[data-by-code]').hidden = types.every((type) => type === 'webauthn');
    find(this, '[data-passkey]').hidden = !hasPasskey;
    fillTexts(this, {
      lede: types.includes('totp') ? secondStep.ledeApp : secondStep.ledeCodes,
    });
    find(this, hasPasskey && !types.includes('totp') ? '[data-passkey]' : '[name="code"]').focus();
  }

  get #form(): HTMLFormElement {
    return find<HTMLFormElement>(this, 'form');
  }

  async #sendCode(): Promise<void> {
    const code = typedIn(this.#form, 'code').trim();
    this.#settle(await postAuth('auth/2fa/authenticate', { code }));
  }

  async #usePasskey(): Promise<void> {
    clearErrors(this.#form);
    const attempt = await provePasskey('auth/webauthn/authenticate');
    if ('trouble' in attempt) return showMessage(this.#form, attempt.trouble);
    this.#settle(attempt.answer);
  }

  #settle(answer: Answer<unknown>): void {
    if (answer.ok) this.#tell(SIGNED_IN);
    else if (answer.problem.status === 401) this.#tell(BEGIN_AGAIN);
    else showProblem(this.#form, answer.problem);
  }

  #tell(event: string): void {
    this.dispatchEvent(new Event(event, { bubbles: true }));
  }
}

customElements.define(SecondStep.tag, SecondStep);
