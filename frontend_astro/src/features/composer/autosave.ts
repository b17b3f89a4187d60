/** Decides when a draft goes to the server: soon after typing stops, one at a time, again after trouble. */

/** How a save ended. `later` is worth another try; `stop` waits for the creator. */
export type SaveOutcome = 'saved' | 'later' | 'stop';

export type SaveStatus = 'idle' | 'dirty' | 'saving' | 'saved' | 'later' | 'stopped';

export interface AutosaveTimes {
  /** Quiet time before a save, in milliseconds. */
  readonly quiet: number;
  /** Pause before trying again after trouble; doubles up to eight times itself. */
  readonly retry: number;
}

const TIMES: AutosaveTimes = { quiet: 2500, retry: 5000 };

export class Autosave {
  readonly #save: () => Promise<SaveOutcome>;
  readonly #onStatus: (status: SaveStatus) => void;
  readonly #times: AutosaveTimes;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<SaveOutcome> | null = null;
  #dirty = false;
  #failures = 0;

  constructor(
    save: () => Promise<SaveOutcome>,
    onStatus: (status: SaveStatus) => void,
    times: AutosaveTimes = TIMES,
  ) {
    this.#save = save;
    this.#onStatus = onStatus;
    this.#times = times;
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  /** Says that something changed. */
  touch(): void {
    this.#dirty = true;
    this.#onStatus('dirty');
    this.#schedule(this.#times.quiet);
  }

  /** Saves now what is not saved yet, after any save that is under way; `saved` when nothing was left to do. */
  async flush(): Promise<SaveOutcome> {
    clearTimeout(this.#timer);
    while (this.#running) {
      const outcome = await this.#running;
      if (outcome !== 'saved') return outcome;
    }
    return this.#dirty ? this.#run() : 'saved';
  }

  /** Waits until no save is under way and starts none by itself until the next change. */
  async pause(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    clearTimeout(this.#timer);
  }

  /** Says that the server holds everything, by another way than a save from here. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#dirty = false;
    this.#failures = 0;
    this.#onStatus('saved');
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  #run(): Promise<SaveOutcome> {
    this.#dirty = false;
    this.#onStatus('saving');
    this.#running = this.#save().then((outcome) => {
      this.#running = null;
      this.#ended(outcome);
      return outcome;
    });
    return this.#running;
  }

  #ended(outcome: SaveOutcome): void {
    if (outcome === 'saved') {
      this.#failures = 0;
      this.#onStatus(this.#dirty ? 'dirty' : 'saved');
      return;
    }
    this.#dirty = true;
    if (outcome === 'stop') {
      clearTimeout(this.#timer);
      this.#onStatus('stopped');
      return;
    }
    this.#onStatus('later');
    this.#schedule(this.#times.retry * 2 ** Math.min(this.#failures, 3));
    this.#failures += 1;
  }
}
