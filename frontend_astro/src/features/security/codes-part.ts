/** Shows recovery codes the one time that they can be seen, and makes new ones. */
import { askFirst } from '@/features/account/confirm-dialog';
import { fillTexts, find, say } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { security } from '@/i18n/en/security';
import type { Answer } from '@/lib/browser-api';
import { makeCodes, type RecoveryCodes, readCodes } from './authenticators';
import { CopyButton } from './copy-button';
import type { Tools } from './tools';
import { asPair, codesAsText } from './words';

const FEW = 3;

export class CodesPart extends HTMLElement {
  static readonly tag = 'codes-part';

  tools!: Tools;

  connectedCallback(): void {
    find(this, '[data-make]').addEventListener('click', () => void this.#make());
    find(this, '[data-kept]').addEventListener('click', () => {
      this.#put([]);
      find(this, '[data-make]').focus();
    });
  }

  show(codes: RecoveryCodes | null): void {
    this.hidden = codes === null;
    if (!codes) this.#put([]);
    const { unused_code_count: left = 0, total_code_count: total = 0 } = codes ?? {};
    fillTexts(this, {
      left: security.codes.left(left, total),
      low: left <= FEW ? security.codes.low : '',
    });
  }

  /** Shows the codes that were made with the first app or passkey. */
  async reveal(): Promise<void> {
    this.#showAnswer(await this.tools.sure.whenSure(readCodes));
  }

  async #make(): Promise<void> {
    if (!(await askFirst(this.tools.dialog('codes')))) return;
    const answer = await this.tools.sure.whenSure(makeCodes);
    this.#showAnswer(answer);
    if (answer?.ok) await this.tools.changed();
  }

  #showAnswer(answer: Answer<{ data: RecoveryCodes }> | null): void {
    say(find(this, '[data-trouble]'), '');
    if (!answer) return;
    if (answer.ok) this.#put(answer.data.data.unused_codes ?? []);
    else say(find(this, '[data-trouble]'), failureText(answer.problem));
  }

  /** Puts these codes on the page, or takes away those that are there. */
  #put(codes: readonly string[]): void {
    const link = find<HTMLAnchorElement>(this, '[data-download]');
    URL.revokeObjectURL(link.href);
    const text = codesAsText(codes, location.host);
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const copy = find<CopyButton>(this, CopyButton.tag);
    copy.text = codes.map(asPair).join('\n');
    find(copy, '[role="status"]').textContent = '';
    find(this, '[data-list]').replaceChildren(...codes.map(itemOf));
    find(this, '[data-shown]').hidden = codes.length === 0;
    find(this, '[data-stock]').hidden = codes.length > 0;
    if (codes.length > 0) find(this, '[data-shown] h3').focus();
  }
}

function itemOf(code: string): HTMLElement {
  const item = document.createElement('li');
  item.textContent = asPair(code);
  return item;
}

customElements.define(CodesPart.tag, CodesPart);
