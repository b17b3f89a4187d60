/**
 * The API as the site's server calls it, on behalf of a visitor. Errors are values, never exceptions:
 * 404 and 410 for what is not there, 503 when the API cannot be reached.
 */
import { API_URL } from 'astro:env/server';
import { type Problem, toProblem } from './problem';
import type { Result } from './result';

/** What of an Astro page or middleware context this needs. */
export interface Visitor {
  request: Request;
  url: URL;
  clientAddress: string;
}

export interface ApiOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  /** Speak as the signed-in visitor. Only on pages that are never cached. */
  personal?: boolean;
}

const TIMEOUT_MS = 8000;

/** Calls `path` (from `/api` on) and answers with the parsed body or the problem. */
export async function callApi<T>(
  visitor: Visitor,
  path: string,
  options: ApiOptions = {},
): Promise<Result<T>> {
  const { method = 'GET', body } = options;
  const init: RequestInit = {
    method,
    headers: apiHeaders(visitor, options),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
  if (body !== undefined) init.body = JSON.stringify(body);
  let response: Response;
  let parsed: unknown = null;
  try {
    response = await fetch(new URL(path, API_URL), init);
    const raw = await response.text();
    parsed = raw === '' ? null : JSON.parse(raw);
  } catch (error) {
    console.error(`API ${method} ${path.split('?')[0]}:`, error);
    return { ok: false, problem: unreachable() };
  }
  if (response.ok) return { ok: true, data: parsed as T };
  return { ok: false, problem: toProblem(parsed, response.status) };
}

/** The visitor's own address, host and scheme, so that throttles and absolute addresses stay right. */
function apiHeaders(visitor: Visitor, options: ApiOptions): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json',
    'X-Forwarded-For': visitor.clientAddress,
    'X-Forwarded-Proto': visitor.url.protocol.replace(':', ''),
    'X-Forwarded-Host': visitor.url.host,
    ...options.headers,
  });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.personal) addSession(headers, visitor);
  return headers;
}

/** Astro has checked the form's origin before this runs, so the site may vouch for the CSRF token. */
function addSession(headers: Headers, visitor: Visitor): void {
  const cookie = visitor.request.headers.get('cookie');
  if (!cookie) return;
  headers.set('Cookie', cookie);
  headers.set('Origin', visitor.url.origin);
  headers.set('Referer', `${visitor.url.origin}/`);
  const token = /(?:^|;\s*)csrftoken=([^;]+)/.exec(cookie)?.[1];
  if (token) headers.set('X-CSRFToken', token);
}

function unreachable(): Problem {
  return toProblem({ title: 'Service unavailable' }, 503);
}
