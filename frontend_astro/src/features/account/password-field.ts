/** A password that can be looked at, to catch slips before sending. */
class PasswordField extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const button = this.querySelector('button');
    if (!input || !button) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = input.type === 'password';
      input.type = shown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(shown));
      button.textContent = (shown ? button.dataset['hide'] : button.dataset['show']) ?? '';
    });
  }
}

customElements.define('password-field', PasswordField);
