/** Sets up and turns off the authenticator app. */
import { askFirst } from '@/features/account/confirm-dialog';
import { fillTexts, find, say } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { clearErrors, onSend, showProblem, typedIn } from '@/features/account/forms';
import { security } from '@/i18n/en/security';
import {
  type AppAuthenticator,
  type AppKey,
  readAppKey,
  turnOffApp,
  turnOnApp,
} from './authenticators';
import { CopyButton } from './copy-button';
import type { Tools } from './tools';
import { inFours, sayUse } from './words';

export class AppPart extends HTMLElement {
  static readonly tag = 'app-part';

  tools!: Tools;

  connectedCallback(): void {
    onSend(this.#form, () => this.#turnOn());
    find(this, '[data-set-up]').addEventListener('click', () => void this.#open());
    find(this, '[data-cancel]').addEventListener('click', () => this.#close());
    find(this, '[data-remove]').addEventListener('click', () => void this.#turnOff());
  }

  show(app: AppAuthenticator | null): void {
    find(this, '[data-state="off"]').hidden = app !== null || !this.#form.hidden;
    find(this, '[data-state="on"]').hidden = app === null;
    if (app) fillTexts(this, { use: sayUse(app, security.app.since) });
  }

  get #form(): HTMLFormElement {
    return find<HTMLFormElement>(this, 'form');
  }

  async #open(): Promise<void> {
    this.#say('');
    const key = await readAppKey();
    if ('secret' in key) return this.#showKey(key);
    if (!key.ok) return this.#sayTrouble(failureText(key.problem));
    await this.tools.changed(); // set up meanwhile, in another window
  }

  async #showKey({ secret, totp_url }: AppKey): Promise<void> {
    const { drawQr } = await import('./qr');
    const place = find(this, '[data-qr]');
    place.replaceChildren(drawQr(totp_url, place.dataset['label'] ?? ''));
    fillTexts(this, { key: inFours(secret) });
    find<HTMLAnchorElement>(this, '[data-open]').href = totp_url;
    find<CopyButton>(this, CopyButton.tag).text = secret;
    this.#form.reset();
    clearErrors(this.#form);
    this.#setOpen(true);
    find<HTMLInputElement>(this, '[name="code"]').focus();
  }

  #close(): void {
    this.#forgetKey();
    this.#setOpen(false);
    find(this, '[data-set-up]').focus();
  }

  #setOpen(open: boolean): void {
    this.#form.hidden = !open;
    find(this, '[data-state="off"]').hidden = open;
    find(this, '[data-set-up]').ariaExpanded = String(open);
  }

  #forgetKey(): void {
    find(this, '[data-qr]').replaceChildren();
    fillTexts(this, { key: '' });
    find(this, '[data-open]').removeAttribute('href');
    find<CopyButton>(this, CopyButton.tag).text = '';
  }

  async #turnOn(): Promise<void> {
    const code = typedIn(this.#form, 'code').trim();
    const answer = await this.tools.sure.whenSure(() => turnOnApp(code));
    if (!answer) return;
    if (!answer.ok) return showProblem(this.#form, answer.problem);
    this.#forgetKey();
    this.#setOpen(false);
    await this.tools.changed();
  }

  async #turnOff(): Promise<void> {
    this.#say('');
    if (!(await askFirst(this.tools.dialog('app')))) return;
    const answer = await this.tools.sure.whenSure(turnOffApp);
    if (!answer) return;
    if (!answer.ok) return this.#sayTrouble(failureText(answer.problem));
    await this.tools.changed();
    this.#say(security.app.removed);
    find(this, '[data-set-up]').focus();
  }

  #say(text: string): void {
    say(find(this, '[data-trouble]'), '');
    say(find(this, '[data-said]'), text);
  }

  #sayTrouble(text: string): void {
    say(find(this, '[data-trouble]'), text);
  }
}

customElements.define(AppPart.tag, AppPart);
