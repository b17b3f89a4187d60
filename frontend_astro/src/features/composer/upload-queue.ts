/** Sends pictures a few at a time and follows each until it is ready or refused. */

import type { PictureEvent } from './pictures';

/** What became of one sending. `failed` may be tried again, `rejected` not. */
export type SendResult =
  | { kind: 'stored'; id: number }
  | { kind: 'rejected'; reason: string }
  | { kind: 'failed'; reason: string };

/** What the server says of a picture it holds. */
export type LookResult =
  | { kind: 'processing' }
  | { kind: 'ready'; src: string; animated: boolean }
  | { kind: 'rejected'; reason: string }
  | { kind: 'failed'; reason: string };

export interface UploadPorts {
  send(file: Blob, onProgress: (share: number) => void, signal: AbortSignal): Promise<SendResult>;
  look(id: number, signal: AbortSignal): Promise<LookResult>;
  onEvent(key: string, event: PictureEvent): void;
}

interface Job {
  readonly key: string;
  readonly file: Blob | null;
  id: number | null;
  readonly abort: AbortController;
}

const PARALLEL = 2;
/** Pauses between looks, in milliseconds; the last one repeats. */
const LOOK_PAUSES = [300, 500, 800, 1200, 2000, 3000];
/** Looks that may fail in a row before the creator is told. */
const LOOK_TRIES = 4;

export class UploadQueue {
  readonly #ports: UploadPorts;
  readonly #jobs = new Map<string, Job>();
  readonly #waiting: Job[] = [];
  #sending = 0;

  constructor(ports: UploadPorts) {
    this.#ports = ports;
  }

  /** Takes a new file in. */
  add(key: string, file: Blob): void {
    this.#enter({ key, file, id: null, abort: new AbortController() });
  }

  /** Follows a picture the server already holds. */
  follow(key: string, id: number): void {
    this.#enter({ key, file: null, id, abort: new AbortController() });
  }

  /** Tries a failed picture again, from where it failed. */
  retry(key: string): void {
    const job = this.#jobs.get(key);
    if (!job || job.abort.signal.aborted) return;
    this.#ports.onEvent(key, { type: 'retried' });
    this.#enter(job);
  }

  /** Stops everything about a picture; the server's copy is the caller's to remove. */
  cancel(key: string): void {
    const job = this.#jobs.get(key);
    if (!job) return;
    job.abort.abort();
    this.#jobs.delete(key);
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
  }

  #enter(job: Job): void {
    this.#jobs.set(job.key, job);
    if (job.id !== null) {
      void this.#followUp(job, job.id);
      return;
    }
    this.#waiting.push(job);
    this.#startNext();
  }

  #startNext(): void {
    while (this.#sending < PARALLEL) {
      const job = this.#waiting.shift();
      if (!job) return;
      this.#sending += 1;
      void this.#sendOne(job).finally(() => {
        this.#sending -= 1;
        this.#startNext();
      });
    }
  }

  async #sendOne(job: Job): Promise<void> {
    if (!job.file) return;
    this.#tell(job, { type: 'started' });
    const result = await this.#ports.send(
      job.file,
      (progress) => this.#tell(job, { type: 'progressed', progress }),
      job.abort.signal,
    );
    if (result.kind === 'stored') {
      job.id = result.id;
      this.#tell(job, { type: 'stored', id: result.id });
      void this.#followUp(job, result.id);
    } else {
      this.#tell(job, { type: result.kind, reason: result.reason });
    }
  }

  async #followUp(job: Job, id: number): Promise<void> {
    let failures = 0;
    for (let look = 0; !job.abort.signal.aborted; look += 1) {
      const result = await this.#ports.look(id, job.abort.signal);
      if (result.kind === 'ready') {
        this.#tell(job, { type: 'ready', src: result.src, animated: result.animated });
        return;
      }
      if (result.kind === 'rejected') {
        this.#tell(job, { type: 'rejected', reason: result.reason });
        return;
      }
      failures = result.kind === 'failed' ? failures + 1 : 0;
      if (result.kind === 'failed' && failures >= LOOK_TRIES) {
        this.#tell(job, { type: 'failed', reason: result.reason });
        return;
      }
      await pause(LOOK_PAUSES[Math.min(look, LOOK_PAUSES.length - 1)] ?? 0);
    }
  }

  #tell(job: Job, event: PictureEvent): void {
    if (!job.abort.signal.aborted) this.#ports.onEvent(job.key, event);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
