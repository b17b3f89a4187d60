/** Keeps one post in step with the server: creates it once, never overwrites another editor's work unseen. */
import type { Problem } from '@/lib/problem';
import { type DraftFields, type DraftPicture, fieldsOf, sameDraft } from './draft-store';

/** A post as far as syncing it goes. */
export interface ServerPost extends DraftFields {
  readonly id: number;
  readonly last_edited: string;
}

export interface ServerAnswer {
  readonly post: ServerPost;
  readonly etag: string | null;
}

export type Reply = ({ ok: true } & ServerAnswer) | { ok: false; problem: Problem };

export interface PostPorts {
  create(fields: DraftFields, key: string): Promise<Reply>;
  update(id: number, fields: DraftFields, etag: string | null): Promise<Reply>;
  fetch(id: number): Promise<Reply>;
  newKey(): string;
}

export type SyncResult =
  | { kind: 'saved'; post: ServerPost }
  /** Somebody else's version stands on the server. */
  | { kind: 'conflict'; theirs: ServerAnswer }
  | { kind: 'problem'; problem: Problem };

export class PostSync {
  readonly #ports: PostPorts;
  #known: ServerAnswer | null;
  /** The server still prepares a picture of this post: its version moves on once that is ready. */
  #isMoving = false;
  /** A creation whose answer has not come: repeated as it was, so that one post never becomes two. */
  #creation: { fields: DraftFields; key: string } | null = null;

  constructor(ports: PostPorts, known: ServerAnswer | null) {
    this.#ports = ports;
    this.#known = known;
  }

  get id(): number | null {
    return this.#known?.post.id ?? null;
  }

  /** What the server holds as far as this page knows. */
  get saved(): ServerPost | null {
    return this.#known?.post ?? null;
  }

  /** Takes over a version met by another way: after a conflict was settled, or a change of state. */
  adopt(answer: ServerAnswer): void {
    this.#known = answer;
  }

  async save(fields: DraftFields): Promise<SyncResult> {
    if (!this.#known) {
      const created = await this.#create(fields);
      if (created.kind !== 'saved' || !this.#creation) return created;
      const sent = this.#creation.fields;
      this.#creation = null;
      if (sameDraft(sent, fields)) return created;
    }
    return this.#update(fields);
  }

  async #create(fields: DraftFields): Promise<SyncResult> {
    this.#creation ??= { fields: fieldsOf(fields), key: this.#ports.newKey() };
    const reply = await this.#ports.create(this.#creation.fields, this.#creation.key);
    if (reply.ok) return this.#took(reply, this.#creation.fields);
    // Only an answer that surely made nothing frees the next try to differ.
    if (reply.problem.status >= 400 && reply.problem.status < 500) this.#creation = null;
    return { kind: 'problem', problem: reply.problem };
  }

  async #update(fields: DraftFields): Promise<SyncResult> {
    const known = this.#known;
    if (!known) throw new Error('A post is updated only once it exists');
    if (this.#isMoving) return this.#settle(known, fields);
    const reply = await this.#ports.update(known.post.id, fields, known.etag);
    if (reply.ok) return this.#took(reply, fields);
    if (reply.problem.status !== 412) return { kind: 'problem', problem: reply.problem };
    return this.#settle(known, fields);
  }

  /** The version moved on. A new request or a ready picture moves it too; only other words are a conflict. */
  async #settle(known: ServerAnswer, fields: DraftFields): Promise<SyncResult> {
    const fresh = await this.#ports.fetch(known.post.id);
    if (!fresh.ok) return { kind: 'problem', problem: fresh.problem };
    if (!isVersionOf(fresh.post, known.post) && !isVersionOf(fresh.post, fields)) {
      return { kind: 'conflict', theirs: fresh };
    }
    const again = await this.#ports.update(fresh.post.id, fields, fresh.etag);
    if (again.ok) return this.#took(again, fields);
    return { kind: 'problem', problem: again.problem };
  }

  /** The server leaves out pictures that are not ready yet, so what was sent says which ones the post has. */
  #took(answer: ServerAnswer, sent: DraftFields): SyncResult {
    const post = { ...answer.post, images: sent.images };
    this.#known = { post, etag: answer.etag };
    this.#isMoving = answer.post.images.length < sent.images.length;
    return { kind: 'saved', post };
  }
}

/** Whether `shown` says what `full` says, but for pictures that were not ready to be shown. */
function isVersionOf(shown: DraftFields, full: DraftFields): boolean {
  const sameWords = sameDraft({ ...shown, images: [] }, { ...full, images: [] });
  let at = 0;
  const isNext = (image: DraftPicture): boolean => {
    while (at < full.images.length) {
      const candidate = full.images[at++];
      if (candidate?.id === image.id) return candidate.alt === image.alt;
    }
    return false;
  };
  return sameWords && shown.images.every(isNext);
}
