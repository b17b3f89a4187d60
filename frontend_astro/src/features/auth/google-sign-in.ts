/** Begins signing in with Google, where the site offers it. */
import { call, csrfToken } from '@/lib/browser-api';
import type { Site } from '@/lib/types';
import { nextPath } from './next-path';

const REDIRECT = '/_allauth/browser/v1/auth/provider/redirect';

class GoogleSignIn extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const site = await call<Site>('/api/site');
    if (!site.ok || !site.data.sign_in.google) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.begin());
  }

  private async begin(): Promise<void> {
    const back = new URL('/login', location.origin);
    back.searchParams.set('next', nextPath(location.search, location.origin));
    back.searchParams.set('via', 'google');
    const form = document.createElement('form');
    form.method = 'post';
    form.action = REDIRECT;
    const fields = {
      provider: 'google',
      process: 'login',
      callback_url: back.href,
      csrfmiddlewaretoken: await csrfToken(),
    };
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  }
}

customElements.define('google-sign-in', GoogleSignIn);
