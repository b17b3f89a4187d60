/** A button that copies a text, and says whether it did. */
import { find } from '@/features/account/dom';
import { security } from '@/i18n/en/security';

export class CopyButton extends HTMLElement {
  static readonly tag = 'copy-button';

  text = '';

  connectedCallback(): void {
    find(this, 'button').addEventListener('click', () => void this.#copy());
  }

  async #copy(): Promise<void> {
    const { copied, notCopied } = security.codes;
    const done = await navigator.clipboard.writeText(this.text).then(
      () => true,
      () => false,
    );
    find(this, '[role="status"]').textContent = done ? copied : notCopied;
  }
}

customElements.define(CopyButton.tag, CopyButton);
