/** Makes the form for reporting shorter for the signed-in, and sends it once. Without it the plain form goes out. */
import { currentPerson } from '@/lib/current-person';

class ReportForm extends HTMLElement {
  private sending = false;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => this.onSubmit(event));
    // Coming back to the page finds the form ready again.
    window.addEventListener('pageshow', (event) => event.persisted && this.turnButton(false));
    void currentPerson().then((me) => me && this.greet(me.name));
  }

  private greet(name: string): void {
    const email = this.querySelector<HTMLInputElement>('[name="email"]');
    if (email) email.disabled = true;
    this.querySelector('[data-guest]')?.setAttribute('hidden', '');
    const as = this.querySelector('[data-as-name]');
    if (as) as.textContent = name;
    this.querySelector('[data-as]')?.removeAttribute('hidden');
  }

  private onSubmit(event: Event): void {
    if (this.sending) event.preventDefault();
    else this.turnButton(true);
  }

  /** Between "send" and "sending". */
  private turnButton(sending: boolean): void {
    const button = this.querySelector<HTMLElement>('[data-send]');
    if (!button || sending === this.sending) return;
    this.sending = sending;
    const words = button.textContent;
    button.textContent = button.dataset['sending'] ?? words;
    button.dataset['sending'] = words;
    if (sending) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

customElements.define('report-form', ReportForm);
