/** Fills the header's menu for the signed-in person, in the browser only: pages stay the same for everyone. */
import { forgetDrafts } from '@/features/composer/forget-drafts';
import { call } from '@/lib/browser-api';
import { currentPerson } from '@/lib/current-person';
import type { Me } from '@/lib/types';

class UserMenu extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const me = await currentPerson();
    if (me) this.show(me);
  }

  private find<E extends HTMLElement = HTMLElement>(name: string): E | null {
    return this.querySelector<E>(`[data-${name}]`);
  }

  private show(me: Me): void {
    this.find('guest')?.setAttribute('hidden', '');
    this.find('person')?.removeAttribute('hidden');
    this.fill('initial', Array.from(me.name.trim())[0]?.toUpperCase() ?? '·');
    this.fill('name', me.name);
    this.find<HTMLAnchorElement>('profile')?.setAttribute('href', `/user/${me.id}`);
    // Without the second factor that the role asks for, the admin leads to where it is set up.
    const mayReview = me.is_moderator || me.second_factor_required;
    this.find('review')?.toggleAttribute('hidden', !mayReview);
    if (me.unread_requests > 0) {
      this.find('unread')?.removeAttribute('hidden');
      this.fill('unread-count', String(me.unread_requests));
      this.find('unread-count')?.removeAttribute('hidden');
    }
    this.find('sign-out')?.addEventListener('click', () => void this.signOut());
    this.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('click', (event) => this.onOutside(event));
  }

  private fill(name: string, text: string): void {
    const element = this.find(name);
    if (element) element.textContent = text;
  }

  private get details(): HTMLDetailsElement | null {
    return this.querySelector('details');
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.details?.open) return;
    this.details.open = false;
    this.details.querySelector('summary')?.focus();
  }

  private onOutside(event: Event): void {
    const inside = event.target instanceof Node && this.contains(event.target);
    if (this.details?.open && !inside) this.details.open = false;
  }

  /** Ending the session answers 401: the browser is nobody again. */
  private async signOut(): Promise<void> {
    await call('/_allauth/browser/v1/auth/session', { method: 'DELETE' });
    forgetDrafts(localStorage);
    window.location.assign('/');
  }
}

customElements.define('user-menu', UserMenu);
