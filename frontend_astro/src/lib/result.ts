import type { Problem } from './problem';

/** An answer as a value: what was asked for, or the problem that stands in its place. */
export type Result<T> = { ok: true; data: T } | { ok: false; problem: Problem };
