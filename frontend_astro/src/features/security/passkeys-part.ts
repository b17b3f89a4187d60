/** Lists the account's passkeys, adds one of this device, and removes them. */
import { askFirst } from '@/features/account/confirm-dialog';
import { fillTexts, find, fromTemplate, say } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { markField, onSend, showMessage, showProblem, typedIn } from '@/features/account/forms';
import { addPasskey, knowsPasskeys, readCreationOptions } from '@/features/auth/passkey';
import { failure } from '@/i18n/en/failure';
import { security } from '@/i18n/en/security';
import { type PasskeyAuthenticator, removePasskey } from './authenticators';
import type { Tools } from './tools';
import { sayUse } from './words';

const words = security.passkeys;

export class PasskeysPart extends HTMLElement {
  static readonly tag = 'passkeys-part';

  tools!: Tools;

  connectedCallback(): void {
    onSend(this.#form, () => this.#add());
    this.#form.hidden = !knowsPasskeys();
    find(this, '[data-none]').hidden = knowsPasskeys();
  }

  show(passkeys: readonly PasskeyAuthenticator[]): void {
    const rows = find(this, '[data-rows]');
    rows.replaceChildren(...passkeys.map((passkey) => this.#rowOf(passkey)));
    rows.hidden = passkeys.length === 0;
  }

  get #form(): HTMLFormElement {
    return find<HTMLFormElement>(this, 'form');
  }

  #rowOf(passkey: PasskeyAuthenticator): HTMLElement {
    const row = fromTemplate(this, 'row');
    fillTexts(row, { name: passkey.name, use: sayUse(passkey, words.since) });
    const remove = find(row, '[data-remove]');
    remove.ariaLabel = words.removeLabel(passkey.name);
    remove.addEventListener('click', () => void this.#remove(passkey));
    return row;
  }

  async #add(): Promise<void> {
    const form = this.#form;
    const name = typedIn(form, 'name').trim();
    this.#say('');
    if (name === '') {
      markField(form, 'name', failure.empty);
      return find(form, '[name="name"]').focus();
    }
    const options = await this.tools.sure.whenSure(readCreationOptions);
    if (!options) return;
    if (!options.ok) return showProblem(form, options.problem);
    const attempt = await addPasskey(options.data, name);
    if ('trouble' in attempt) return showMessage(form, attempt.trouble);
    if (!attempt.answer.ok) return showProblem(form, attempt.answer.problem);
    form.reset();
    this.#say(words.added);
    await this.tools.changed();
  }

  async #remove({ id, name }: PasskeyAuthenticator): Promise<void> {
    this.#say('');
    const question = this.tools.dialog('passkey');
    if (!(await askFirst(question, { subject: words.removeBody(name) }))) return;
    const answer = await this.tools.sure.whenSure(() => removePasskey(id));
    if (!answer) return;
    if (!answer.ok) return say(find(this, '[data-trouble]'), failureText(answer.problem));
    await this.tools.changed();
    this.#say(words.removed);
    find(this.#form, '[name="name"]').focus();
  }

  #say(text: string): void {
    say(find(this, '[data-trouble]'), '');
    say(find(this, '[data-said]'), text);
  }
}

customElements.define(PasskeysPart.tag, PasskeysPart);
