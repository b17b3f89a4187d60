/** The security page: fetches what protects the account and hands it to the parts that look after it. */
import { fillTexts, find, showView } from '@/features/account/dom';
import { fetchAndShow } from '@/features/account/fetching';
import { nextPath } from '@/features/auth/next-path';
import { security } from '@/i18n/en/security';
import { call } from '@/lib/browser-api';
import type { Result } from '@/lib/result';
import type { Me } from '@/lib/types';
import { AppPart } from './app-part';
import { isOn, readAuthenticators, type SecondFactor, sortByKind } from './authenticators';
import { CodesPart } from './codes-part';
import { PasskeysPart } from './passkeys-part';
import { SureDialog } from './sure-dialog';

interface Protection {
  me: Me;
  factor: SecondFactor;
}

class AccountSecurity extends HTMLElement {
  #hadCodes = false;

  connectedCallback(): void {
    const tools = {
      sure: find<SureDialog>(this, SureDialog.tag),
      dialog: (name: string) => find<HTMLDialogElement>(this, `[data-dialog="${name}"]`),
      changed: () => this.#refresh(),
    };
    this.#app.tools = this.#passkeys.tools = this.#codes.tools = tools;
    find<HTMLAnchorElement>(this, '[data-next]').href = nextPath(location.search, location.origin);
    void fetchAndShow(this, readProtection, (found) => {
      this.#show(found);
      showView(this, 'ready');
    });
  }

  get #app(): AppPart {
    return find<AppPart>(this, AppPart.tag);
  }

  get #passkeys(): PasskeysPart {
    return find<PasskeysPart>(this, PasskeysPart.tag);
  }

  get #codes(): CodesPart {
    return find<CodesPart>(this, CodesPart.tag);
  }

  #show({ me, factor }: Protection): void {
    const cameForIt = new URLSearchParams(location.search).has('next');
    this.#showState(isOn(factor));
    find(this, '[data-needed]').hidden = !me.second_factor_required;
    find(this, '[data-done]').hidden = !cameForIt || !isOn(factor);
    this.#app.show(factor.app);
    this.#passkeys.show(factor.passkeys);
    this.#codes.show(factor.codes);
    this.#hadCodes = factor.codes !== null;
  }

  #showState(on: boolean): void {
    const badge = find(this, '[data-badge]');
    badge.textContent = on ? security.on : security.off;
    badge.classList.toggle('badge-good', on);
    fillTexts(this, { state: on ? security.stateOn : security.stateOff });
  }

  /** Shows how things stand after a change; recovery codes that came with it are shown at once. */
  async #refresh(): Promise<void> {
    const hadCodes = this.#hadCodes;
    const found = await readProtection();
    if (!found.ok) return;
    this.#show(found.data);
    if (this.#hadCodes && !hadCodes) await this.#codes.reveal();
  }
}

async function readProtection(): Promise<Result<Protection>> {
  const [me, rows] = await Promise.all([call<Me>('/api/user/me'), readAuthenticators()]);
  if (!me.ok) return me;
  if (!rows.ok) return rows;
  return { ok: true, data: { me: me.data, factor: sortByKind(rows.data.data) } };
}

customElements.define('account-security', AccountSecurity);
