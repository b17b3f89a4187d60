/** The account page: profile, password, signing out, leaving. */
import { endSession, postAuth } from '@/features/auth/allauth';
import { forgetDrafts } from '@/features/composer/forget-drafts';
import { failure } from '@/i18n/en/failure';
import { mine } from '@/i18n/en/mine';
import { call } from '@/lib/browser-api';
import type { Me } from '@/lib/types';
import { fillTexts, find, say, showView, turnTo } from './dom';
import { fetchAndShow } from './fetching';
import { onSend, showMessage, showProblem, typedIn } from './forms';
import { inMegabytes, isFull, NEARLY_FULL } from './storage';

class MyAccount extends HTMLElement {
  connectedCallback(): void {
    onSend(this.#form('profile'), () => this.#saveProfile());
    onSend(this.#form('password'), () => this.#changePassword());
    onSend(this.#form('leave'), () => this.#leave());
    find(this, '[data-sign-out]').addEventListener('click', () => void this.#signOut());
    find(this, '[data-leave-open]').addEventListener('click', () => this.#openLeaving(true));
    find(this, '[data-leave-cancel]').addEventListener('click', () => this.#openLeaving(false));
    void fetchAndShow(
      this,
      () => call<Me>('/api/user/me'),
      (me) => this.#show(me),
    );
  }

  #form(name: string): HTMLFormElement {
    return find<HTMLFormElement>(this, `[data-form="${name}"]`);
  }

  #show(me: Me): void {
    fillTexts(this, { email: mine.profile.email(me.email) });
    find<HTMLInputElement>(this, '[name="name"]').value = me.name;
    find<HTMLTextAreaElement>(this, '[name="bio"]').value = me.bio;
    find<HTMLInputElement>(this, '[data-user]').value = me.email;
    find<HTMLAnchorElement>(this, '[data-page]').href = `/user/${me.id}`;
    find(this, '[data-sign-out]').hidden = false;
    find(this, '[data-no-password]').hidden = me.has_password;
    for (const part of this.querySelectorAll<HTMLElement>('[data-has-password]')) {
      part.hidden = !me.has_password;
    }
    this.#showStorage(me.storage);
    showView(this, 'ready');
  }

  #showStorage({ used, limit }: Me['storage']): void {
    const full = isFull(used, limit);
    fillTexts(this, {
      storage: mine.storage.use(inMegabytes(used), inMegabytes(limit)),
      'storage-full': full ? mine.storage.full : '',
    });
    const share = Math.min(1, used / limit);
    const meter = find(this, '[role="meter"]');
    meter.ariaValueMax = String(limit);
    meter.ariaValueNow = String(Math.min(used, limit));
    meter.ariaValueText = mine.storage.use(inMegabytes(used), inMegabytes(limit));
    meter.toggleAttribute('data-nearly-full', share >= NEARLY_FULL);
    find(meter, 'span').style.width = `${share * 100}%`;
  }

  async #saveProfile(): Promise<void> {
    const form = this.#form('profile');
    say(find(form, '[data-said]'), '');
    const body = { name: typedIn(form, 'name').trim(), bio: typedIn(form, 'bio').trim() };
    const answer = await call<Me>('/api/user/me', { method: 'PATCH', body });
    if (!answer.ok) return showProblem(form, answer.problem);
    say(find(form, '[data-said]'), mine.profile.saved);
  }

  async #changePassword(): Promise<void> {
    const form = this.#form('password');
    say(find(form, '[data-said]'), '');
    const answer = await postAuth('account/password/change', {
      current_password: typedIn(form, 'current_password'),
      new_password: typedIn(form, 'new_password'),
    });
    if (!answer.ok) return showProblem(form, answer.problem);
    for (const input of form.querySelectorAll<HTMLInputElement>('[name]')) input.value = '';
    say(find(form, '[data-said]'), mine.password.saved);
  }

  #openLeaving(open: boolean): void {
    const form = this.#form('leave');
    const opener = find(this, '[data-leave-open]');
    form.hidden = !open;
    opener.ariaExpanded = String(open);
    if (open) form.querySelector<HTMLElement>('input, button[type="submit"]')?.focus();
    else opener.focus();
  }

  async #leave(): Promise<void> {
    const form = this.#form('leave');
    const body = { password: typedIn(form, 'password') };
    const answer = await call('/api/user/me', { method: 'DELETE', body });
    if (answer.ok) {
      forgetDrafts(localStorage);
      find(this, '[data-sign-out]').hidden = true;
      return turnTo(this, 'gone');
    }
    const codes = [answer.problem.type, ...answer.problem.errors.map((error) => error.code)];
    if (codes.some((code) => code.includes('reauthentication_required'))) {
      return showMessage(form, mine.leave.again);
    }
    showProblem(form, answer.problem);
  }

  async #signOut(): Promise<void> {
    if (!(await endSession())) return say(find(this, '[data-text="email"]'), failure.down);
    forgetDrafts(localStorage);
    location.assign('/');
  }
}

customElements.define('my-account', MyAccount);
