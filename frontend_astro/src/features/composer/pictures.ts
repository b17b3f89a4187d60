/** The pictures of a post as the composer holds them: a list in the creator's order, and the pure steps on it. */

/**
 * Where a picture is on its way. `waiting`, `uploading` and `processing` are still moving;
 * `failed` may be tried again with the same file; `rejected` was refused for good and says why.
 */
export type PictureState = 'waiting' | 'uploading' | 'processing' | 'ready' | 'rejected' | 'failed';

export interface Picture {
  /** Names the picture in this page, before and after the server has given it an id. */
  readonly key: string;
  readonly id: number | null;
  readonly name: string;
  readonly alt: string;
  readonly state: PictureState;
  /** Sent bytes as a share from 0 to 1. */
  readonly progress: number;
  /** Why it was refused or could not be sent, in words for the creator. */
  readonly reason: string;
  readonly animated: boolean;
  /** An address the browser can show: the local file until the server's own picture is ready. */
  readonly src: string | null;
}

/** The picture as `POST` and `PUT /api/post` want it. */
export interface PictureInput {
  id: number;
  alt: string;
}

export type PictureEvent =
  | { type: 'started' }
  | { type: 'progressed'; progress: number }
  | { type: 'stored'; id: number }
  | { type: 'ready'; src: string; animated: boolean }
  | { type: 'rejected'; reason: string }
  | { type: 'failed'; reason: string }
  | { type: 'retried' };

/** Which states each event may be answered in; anything else came late and is ignored. */
const ANSWERED_IN: Record<PictureEvent['type'], readonly PictureState[]> = {
  started: ['waiting'],
  progressed: ['uploading'],
  stored: ['uploading'],
  ready: ['processing', 'uploading'],
  rejected: ['waiting', 'uploading', 'processing'],
  failed: ['waiting', 'uploading', 'processing'],
  retried: ['failed'],
};

/** The picture after one event; the same object when the event no longer applies. */
export function advance(picture: Picture, event: PictureEvent): Picture {
  if (!ANSWERED_IN[event.type].includes(picture.state)) return picture;
  switch (event.type) {
    case 'started':
      return { ...picture, state: 'uploading', progress: 0, reason: '' };
    case 'progressed':
      return { ...picture, progress: Math.min(1, Math.max(picture.progress, event.progress)) };
    case 'stored':
      return { ...picture, state: 'processing', id: event.id, progress: 1 };
    case 'ready':
      return { ...picture, state: 'ready', src: event.src, animated: event.animated, progress: 1 };
    case 'rejected':
      return { ...picture, state: 'rejected', reason: event.reason };
    case 'failed':
      return { ...picture, state: 'failed', reason: event.reason };
    case 'retried':
      // A picture the server already holds is only asked about again, never sent twice.
      return { ...picture, state: picture.id === null ? 'waiting' : 'processing', reason: '' };
  }
}

export function newPicture(key: string, name: string, src: string | null): Picture {
  return {
    key,
    id: null,
    name,
    alt: '',
    state: 'waiting',
    progress: 0,
    reason: '',
    animated: false,
    src,
  };
}

export function updatePicture(
  pictures: readonly Picture[],
  key: string,
  change: (picture: Picture) => Picture,
): Picture[] {
  return pictures.map((picture) => (picture.key === key ? change(picture) : picture));
}

/** The list with `key` moved to `index`, counted in the list without it and kept inside the ends. */
export function movePicture(pictures: readonly Picture[], key: string, index: number): Picture[] {
  const moved = pictures.find((picture) => picture.key === key);
  if (!moved) return [...pictures];
  const rest = pictures.filter((picture) => picture.key !== key);
  rest.splice(Math.min(Math.max(index, 0), rest.length), 0, moved);
  return rest;
}

export function removePicture(pictures: readonly Picture[], key: string): Picture[] {
  return pictures.filter((picture) => picture.key !== key);
}

/** Whether one of them is the server's picture `id`: the same file sent again is the same picture. */
export function isHere(pictures: readonly Picture[], id: number): boolean {
  return pictures.some((picture) => picture.id === id);
}

/** Whether anything is still being sent or processed. */
export function isMoving(pictures: readonly Picture[]): boolean {
  return pictures.some((picture) => ['waiting', 'uploading', 'processing'].includes(picture.state));
}

/** What the server is told: pictures it holds and has not refused, in order. */
export function toPictureInputs(pictures: readonly Picture[]): PictureInput[] {
  return keptPictures(pictures).map(({ id, alt }) => ({ id, alt: alt.trim() }));
}

/** The pictures behind `toPictureInputs`, so `images.0` in an error can be traced to its card. */
export function keptPictures(pictures: readonly Picture[]): (Picture & { id: number })[] {
  return pictures.filter(
    (picture): picture is Picture & { id: number } =>
      picture.id !== null && picture.state !== 'rejected',
  );
}
