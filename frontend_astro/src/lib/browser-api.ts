/**
 * The API as the browser calls it: same origin, session cookie, CSRF header. A failed call is a value with a
 * problem in it; a lost connection is a problem with status 0.
 */
import { toProblem } from './problem';
import type { Result } from './result';

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as it is when it is FormData. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** A result with what else a browser may need of the answer. */
export type Answer<T> = Result<T> & {
  /** The version to send back as `If-Match`, or null. */
  etag: string | null;
  /** The parsed body whatever its shape, or null: allauth tells the next step in that of a 401. */
  body: unknown;
};

/** Calls `path` on the visitor's behalf. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
  const { method = 'GET', body, signal } = options;
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    ...options.headers,
  });
  if (method !== 'GET') headers.set('X-CSRFToken', await csrfToken());
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(body);
  }
  try {
    const response = await fetch(path, init);
    const raw = await response.text();
    const parsed: unknown = parse(raw);
    const seen = { etag: response.headers.get('ETag'), body: parsed };
    if (response.ok) return { ok: true, data: parsed as T, ...seen };
    return { ok: false, problem: toProblem(parsed, response.status), ...seen };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, problem: toProblem(null, 0), etag: null, body: null };
  }
}

/** The CSRF token of this browser, or `''` when it has none yet. */
export function knownCsrfToken(): string {
  return /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

/** The CSRF token, asked for first when this browser has none: reading the session sets the cookie. */
export async function csrfToken(): Promise<string> {
  if (knownCsrfToken() === '') await call('/_allauth/browser/v1/auth/session');
  return knownCsrfToken();
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}
