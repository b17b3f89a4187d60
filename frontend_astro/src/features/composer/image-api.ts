/** Pictures and the server: sending with progress, asking how one is doing, taking one back. */
import { composer } from '@/i18n/en/composer';
import { call, csrfToken } from '@/lib/browser-api';
import { toProblem } from '@/lib/problem';
import type { Picture } from '@/lib/types';
import type { LookResult, SendResult } from './upload-queue';

/** `GET /api/image/:id`; a ready one has everything a picture has. */
export type ImageStatus = Partial<Picture> & {
  id: number;
  state?: 'processing' | 'ready' | 'rejected';
  reason?: string | null;
};

const words = composer.pictures;

/** Sends one file. XMLHttpRequest, since fetch cannot tell how much has gone out. */
export async function sendImage(
  file: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<SendResult> {
  const token = await csrfToken();
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', '/api/image');
    request.setRequestHeader('X-CSRFToken', token);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () =>
      resolve(readAnswer(request.status, request.responseText)),
    );
    request.addEventListener('error', () => resolve({ kind: 'failed', reason: words.failed }));
    request.addEventListener('abort', () => resolve({ kind: 'failed', reason: '' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

/** How a picture is doing that the server holds. */
export async function lookAtImage(id: number): Promise<LookResult> {
  const answer = await call<ImageStatus>(`/api/image/${id}`);
  if (!answer.ok) {
    const { status } = answer.problem;
    if (status === 404) return { kind: 'rejected', reason: words.rejectedFallback };
    return { kind: 'failed', reason: status === 401 ? words.signedOut : words.failed };
  }
  return readStatus(answer.data);
}

export function readStatus(image: ImageStatus): LookResult {
  if (image.state === 'rejected') {
    return { kind: 'rejected', reason: image.reason || words.rejectedFallback };
  }
  if (image.src === undefined) return { kind: 'processing' };
  return { kind: 'ready', src: image.src, animated: image.animated === true };
}

/** Takes back a picture that no post uses; one that is still in use stays, which is no trouble. */
export async function discardImage(id: number): Promise<void> {
  await call(`/api/image/${id}`, { method: 'DELETE' });
}

/** What an answer to the upload means. Only trouble that may pass is worth another try. */
export function readAnswer(status: number, text: string): SendResult {
  let body: unknown = null;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy answered, not the API: the status tells enough.
  }
  const image = body as ImageStatus | null;
  if (status >= 200 && status < 300 && typeof image?.id === 'number') {
    if (image.state !== 'rejected') return { kind: 'stored', id: image.id };
    return { kind: 'rejected', reason: image.reason || words.rejectedFallback };
  }
  const problem = toProblem(body, status);
  const said = problem.errors.find((error) => error.message)?.message ?? problem.detail;
  if (status === 401) return { kind: 'failed', reason: words.signedOut };
  if ([400, 413, 415, 422].includes(status)) {
    return { kind: 'rejected', reason: said || words.rejectedFallback };
  }
  return { kind: 'failed', reason: (status < 500 && said) || words.failed };
}
