/** Passkeys (WebAuthn), in the JSON form that browsers and allauth both speak. */
import { passkey as words } from '@/i18n/en/security';
import { type Answer, call } from '@/lib/browser-api';
import { BASE } from './allauth';

/** What came of it: the server's answer, or our words for why there is none. */
export type Attempt = { answer: Answer<unknown> } | { trouble: string };

type ProofCall =
  'auth/webauthn/login' | 'auth/webauthn/authenticate' | 'auth/webauthn/reauthenticate';

interface RequestOptions {
  data: { request_options: { publicKey: PublicKeyCredentialRequestOptionsJSON } };
}
interface CreationOptions {
  data: { creation_options: { publicKey: PublicKeyCredentialCreationOptionsJSON } };
}

export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  );
}

/** Proves with a passkey who one is, for what `path` is about. */
export async function provePasskey(path: ProofCall): Promise<Attempt> {
  const options = await call<RequestOptions>(`${BASE}/${path}`);
  if (!options.ok) return { answer: options };
  return withDevice(
    () =>
      navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
          options.data.data.request_options.publicKey,
        ),
      }),
    async (credential) => {
      const answer = await call(`${BASE}/${path}`, { method: 'POST', body: { credential } });
      const isRefused = !answer.ok && answer.problem.status === 400;
      const isLimit = !answer.ok && answer.problem.errors.some(({ code }) => /many/u.test(code));
      return isRefused && !isLimit ? { trouble: words.refused } : { answer };
    },
  );
}

const PASSKEYS = `${BASE}/account/authenticators/webauthn`;

/** What a new passkey is made from; allauth answers 401 when one has to prove first who one is. */
export function readCreationOptions(): Promise<Answer<CreationOptions>> {
  return call<CreationOptions>(`${PASSKEYS}?passwordless`);
}

/** Makes a passkey on this device and adds it to the account under `name`. */
export function addPasskey(options: CreationOptions, name: string): Promise<Attempt> {
  return withDevice(
    () =>
      navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
          options.data.creation_options.publicKey,
        ),
      }),
    async (credential) => {
      const body = { name, credential, passwordless: true };
      return { answer: await call(PASSKEYS, { method: 'POST', body }) };
    },
  );
}

async function withDevice(
  ask: () => Promise<Credential | null>,
  send: (credential: PublicKeyCredentialJSON) => Promise<Attempt>,
): Promise<Attempt> {
  let credential: Credential | null;
  try {
    credential = await ask();
  } catch (error) {
    return { trouble: reasonOf(error) };
  }
  if (!(credential instanceof PublicKeyCredential)) return { trouble: words.stopped };
  return send(credential.toJSON());
}

function reasonOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return words.known;
  return name === 'SecurityError' || name === 'NotSupportedError' ? words.unusable : words.stopped;
}
