/** Proving once more who one is, before something about signing in changes. */
import { fillTexts, find } from '@/features/account/dom';
import { clearErrors, onSend, showMessage, showProblem, typedIn } from '@/features/account/forms';
import { flowsIn, postAuth } from '@/features/auth/allauth';
import { knowsPasskeys, provePasskey } from '@/features/auth/passkey';
import { security } from '@/i18n/en/security';
import type { Answer } from '@/lib/browser-api';

export class SureDialog extends HTMLElement {
  static readonly tag = 'sure-dialog';

  #byPassword = false;

  connectedCallback(): void {
    onSend(this.#form, () => this.#prove());
    find(this, '[data-cancel]').addEventListener('click', () => this.#dialog.close());
    find(this, '[data-passkey]').addEventListener('click', () => void this.#provePasskey());
  }

  /** Runs `ask`, and once more after the person has proved who they are if it needs that; null if they did not. */
  async whenSure<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T> | null> {
    const answer = await ask();
    if (!wantsProof(answer)) return answer;
    return (await this.#isProved(answer.body)) ? ask() : null;
  }

  get #dialog(): HTMLDialogElement {
    return find<HTMLDialogElement>(this, 'dialog');
  }

  get #form(): HTMLFormElement {
    return find<HTMLFormElement>(this, 'form');
  }

  #isProved(body: unknown): Promise<boolean> {
    const flows = flowsIn(body);
    const types = flows.find(({ id }) => id === 'mfa_reauthenticate')?.types ?? [];
    this.#byPassword = flows.some(({ id }) => id === 'reauthenticate');
    const byCode = !this.#byPassword && types.some((type) => type !== 'webauthn');
    find(this, '[data-by="password"]').hidden = !this.#byPassword;
    find(this, '[data-by="code"]').hidden = !byCode;
    find(this, '[data-submit]').hidden = !this.#byPassword && !byCode;
    find(this, '[data-passkey]').hidden = !types.includes('webauthn') || !knowsPasskeys();
    fillTexts(this, { why: this.#byPassword ? security.sure.password : security.sure.code });
    this.#form.reset();
    clearErrors(this.#form);
    const dialog = this.#dialog;
    dialog.returnValue = '';
    dialog.showModal();
    this.querySelector<HTMLInputElement>('[data-by]:not([hidden]) input')?.focus();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'proved'), {
        once: true,
      });
    });
  }

  async #prove(): Promise<void> {
    const form = this.#form;
    this.#settle(
      this.#byPassword
        ? await postAuth('auth/reauthenticate', { password: typedIn(form, 'password') })
        : await postAuth('auth/2fa/reauthenticate', { code: typedIn(form, 'code').trim() }),
    );
  }

  async #provePasskey(): Promise<void> {
    clearErrors(this.#form);
    const attempt = await provePasskey('auth/webauthn/reauthenticate');
    if ('trouble' in attempt) return showMessage(this.#form, attempt.trouble);
    this.#settle(attempt.answer);
  }

  #settle(answer: Answer<unknown>): void {
    if (answer.ok) this.#dialog.close('proved');
    else showProblem(this.#form, answer.problem);
  }
}

/** Whether somebody is signed in and the answer asks them to prove it. */
function wantsProof(answer: Answer<unknown>): boolean {
  if (answer.ok || answer.problem.status !== 401) return false;
  const meta = (answer.body as { meta?: { is_authenticated?: unknown } } | null)?.meta;
  return meta?.is_authenticated === true;
}

customElements.define(SureDialog.tag, SureDialog);
