/**
 * Makes the request form quicker: does the proof of work while one writes, and leaves out name and address for
 * the signed-in. Whatever fails here, the plain form still goes out.
 */
import { call } from '@/lib/browser-api';
import { currentPerson } from '@/lib/current-person';
import type { Challenge, Me } from '@/lib/types';
import { solve } from './proof';

/** A proof older than this is made anew, well before its challenge ends. */
const FRESH_MS = 4 * 60_000;

class RequestForm extends HTMLElement {
  private proof: Promise<string> | undefined;
  private madeAt = 0;
  private signedIn = false;
  private sending = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    // A page may be shared from a cache, a key may not.
    this.input(form, 'idempotency_key').value = newKey();
    form.addEventListener('focusin', () => void this.prove());
    form.addEventListener('submit', (event) => this.onSubmit(event, form));
    // Coming back to the page finds the form ready again.
    window.addEventListener('pageshow', (event) => event.persisted && this.ready(form));
    void currentPerson().then((me) => me && this.greet(me, form));
  }

  private input(form: HTMLFormElement, name: string): HTMLInputElement {
    return form.elements.namedItem(name) as HTMLInputElement;
  }

  private greet(me: Me, form: HTMLFormElement): void {
    this.signedIn = true;
    if (String(me.id) === this.dataset['creator']) {
      this.turnOwn(form);
      return;
    }
    this.querySelector('[data-guest]')?.setAttribute('hidden', '');
    for (const name of ['name', 'email']) this.input(form, name).disabled = true;
    const as = this.querySelector('[data-as-name]');
    if (as) as.textContent = me.name;
    this.querySelector('[data-as]')?.removeAttribute('hidden');
  }

  /** Nobody asks themselves: the way to what one can do here instead. */
  private turnOwn(form: HTMLFormElement): void {
    form.hidden = true;
    this.querySelector('[data-own]')?.removeAttribute('hidden');
    const title = this.querySelector<HTMLElement>('[data-title]');
    if (title) title.textContent = title.dataset['ownWords'] ?? '';
    document.querySelector('[data-jump]')?.setAttribute('hidden', '');
  }

  private prove(): Promise<string> {
    if (!this.proof || Date.now() - this.madeAt > FRESH_MS) {
      this.madeAt = Date.now();
      this.proof = this.signedIn ? Promise.resolve('') : makeProof();
    }
    return this.proof;
  }

  private onSubmit(event: SubmitEvent, form: HTMLFormElement): void {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.turnButton(form);
    void this.prove().then((proof) => {
      this.input(form, 'proof').value = proof;
      form.submit();
    });
  }

  private ready(form: HTMLFormElement): void {
    if (!this.sending) return;
    this.sending = false;
    this.proof = undefined;
    this.input(form, 'idempotency_key').value = newKey();
    this.turnButton(form);
  }

  /** Between "send" and "sending". */
  private turnButton(form: HTMLFormElement): void {
    const button = form.querySelector<HTMLElement>('[data-send]');
    if (!button) return;
    const words = button.textContent;
    button.textContent = button.dataset['sending'] ?? words;
    button.dataset['sending'] = words;
    if (this.sending) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** `''` where none can be made: the request then waits for its sender to confirm the address. */
async function makeProof(): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const answer = await call<Challenge>('/api/request/challenge');
  if (!answer.ok) return '';
  return (await solve(answer.data).catch(() => null)) ?? '';
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

customElements.define('request-form', RequestForm);
