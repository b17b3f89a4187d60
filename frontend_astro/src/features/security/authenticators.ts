/** What the account can be opened with beside the password, as allauth keeps it. */
import { BASE } from '@/features/auth/allauth';
import { type Answer, call } from '@/lib/browser-api';

const AUTHENTICATORS = `${BASE}/account/authenticators`;
const APP = `${AUTHENTICATORS}/totp`;
const CODES = `${AUTHENTICATORS}/recovery-codes`;
const PASSKEYS = `${AUTHENTICATORS}/webauthn`;

/** allauth tells times in seconds since 1970. */
interface Used {
  created_at: number;
  last_used_at: number | null;
}
export interface AppAuthenticator extends Used {
  type: 'totp';
}
export interface PasskeyAuthenticator extends Used {
  type: 'webauthn';
  id: number;
  name: string;
}
export interface RecoveryCodes extends Used {
  type: 'recovery_codes';
  total_code_count: number;
  unused_code_count: number;
  /** Only in the answer that shows them for the first time. */
  unused_codes?: string[];
}
export type Authenticator = AppAuthenticator | PasskeyAuthenticator | RecoveryCodes;

/** The same, sorted by kind. */
export interface SecondFactor {
  app: AppAuthenticator | null;
  passkeys: PasskeyAuthenticator[];
  codes: RecoveryCodes | null;
}

export function readAuthenticators(): Promise<Answer<{ data: Authenticator[] }>> {
  return call(AUTHENTICATORS);
}

export function sortByKind(rows: readonly Authenticator[]): SecondFactor {
  return {
    app: rows.find((row) => row.type === 'totp') ?? null,
    passkeys: rows.filter((row) => row.type === 'webauthn'),
    codes: rows.find((row) => row.type === 'recovery_codes') ?? null,
  };
}

export const isOn = ({ app, passkeys }: SecondFactor): boolean =>
  app !== null || passkeys.length > 0;

/** The key of an app that is not set up yet; each call makes a new one. allauth answers it with a 404. */
export interface AppKey {
  secret: string;
  totp_url: string;
}

export async function readAppKey(): Promise<Answer<unknown> | AppKey> {
  const answer = await call(APP);
  const meta = (answer.body as { meta?: Partial<AppKey> } | null)?.meta;
  if (answer.ok || answer.problem.status !== 404 || !meta?.secret || !meta.totp_url) return answer;
  return { secret: meta.secret, totp_url: meta.totp_url };
}

export function turnOnApp(code: string): Promise<Answer<unknown>> {
  return call(APP, { method: 'POST', body: { code } });
}

export function turnOffApp(): Promise<Answer<unknown>> {
  return call(APP, { method: 'DELETE' });
}

export function readCodes(): Promise<Answer<{ data: RecoveryCodes }>> {
  return call(CODES);
}

export function makeCodes(): Promise<Answer<{ data: RecoveryCodes }>> {
  return call(CODES, { method: 'POST' });
}

export function removePasskey(id: number): Promise<Answer<unknown>> {
  return call(PASSKEYS, { method: 'DELETE', body: { authenticators: [id] } });
}
