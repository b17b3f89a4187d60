/** The composer: opens a post or a new one, keeps it as it is written, sends it to review. */
import { fillTexts, find, say, showView, turnTo } from '@/features/account/dom';
import { failureText } from '@/features/account/failure';
import { onSend, showMessage } from '@/features/account/forms';
import { loginPath } from '@/features/auth/next-path';
import { onSignInElsewhere } from '@/features/auth/session-channel';
import { composer } from '@/i18n/en/composer';
import { call } from '@/lib/browser-api';
import type { Problem } from '@/lib/problem';
import type { Me, Site } from '@/lib/types';
import { Autosave, type SaveOutcome, type SaveStatus } from './autosave';
import { ComposerFields } from './composer-fields';
import { takeFiles } from './composer-files';
import {
  type DraftFields,
  DraftStore,
  EMPTY_DRAFT,
  fieldsOf,
  isEmptyDraft,
  sameDraft,
} from './draft-store';
import type { ImageStatus } from './image-api';
import { openPost, standingOf } from './opening';
import {
  fetchOwnPost,
  type OwnPost,
  postPorts,
  submitPost,
  toServerAnswer,
  withdrawPost,
} from './post-api';
import { PostSync, type ServerAnswer } from './post-sync';

const LOCAL_PAUSE = 400;
const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

class PostComposer extends HTMLElement {
  #me = 0;
  #fields!: ComposerFields;
  #store!: DraftStore;
  #sync = new PostSync(postPorts, null);
  #images: readonly ImageStatus[] = [];
  #problem: Problem | null = null;
  #conflict: ServerAnswer | null = null;
  #submission: string | null = null;
  #localTimer: ReturnType<typeof setTimeout> | undefined;
  #keptLocally = true;
  readonly #autosave = new Autosave(
    () => this.#save(),
    (status) => this.#showStatus(status),
  );

  connectedCallback(): void {
    this.#fields = new ComposerFields(find<HTMLFormElement>(this, 'form'));
    this.#listen();
    void this.#open();
  }

  get #id(): number | null {
    return this.#sync.id;
  }

  #listen(): void {
    const { form } = this.#fields;
    form.addEventListener('input', () => this.#changed());
    form.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) return; // Its `input` came before.
      this.#changed();
    });
    onSend(form, () => this.#submit());
    this.#onPress('retry', () => this.#open());
    this.#onPress('preview', () => this.#preview());
    this.#onPress('discard', () => this.#discard());
    this.#onPress('withdraw', () => this.#withdraw());
    this.#onPress('keep-mine', () => this.#settle(false));
    this.#onPress('take-theirs', () => this.#settle(true));
    takeFiles(find(this, '[data-view="form"]'), (files) => this.#fields.gallery.addFiles(files));
    this.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void this.#autosave.flush();
    });
    onSignInElsewhere(() => void this.#resume());
    window.addEventListener('online', () => void this.#resume());
    window.addEventListener('pagehide', () => this.#keepLocally());
    window.addEventListener('beforeunload', (event) => {
      if (this.#fields.gallery.isMoving || (this.#autosave.dirty && !this.#keptLocally)) {
        event.preventDefault();
      }
    });
  }

  async #open(): Promise<void> {
    showView(this, 'loading');
    const wanted = this.#id ?? (this.dataset['post'] ? Number(this.dataset['post']) : null);
    const opened = await openPost(wanted);
    if (opened.kind === 'signed-out') {
      location.replace(loginPath(location.pathname));
    } else if (opened.kind === 'missing') {
      turnTo(this, 'missing');
    } else if (opened.kind === 'failed') {
      fillTexts(this, { failure: failureText(opened.problem) });
      turnTo(this, 'failed');
    } else {
      this.#me = opened.me.id;
      this.#store = new DraftStore(storage(), opened.me.id);
      if (opened.site) this.#fitTo(opened.site);
      if (opened.post) this.#showPost(opened.post, opened.etag);
      else this.#start(null);
    }
  }

  /** Takes on the limits that the operator set, and says when a moderator looks. */
  #fitTo(site: Site): void {
    this.#fields.setLimits(site.limits, site.image_types);
    if (site.review_mode === 'before') return;
    fillTexts(this, { 'submit-note': composer.submitNotes[site.review_mode] });
    if (site.review_mode === 'after') {
      find(this, '[data-submit-label]').textContent = composer.publish;
      fillTexts(this, { live: composer.notices.liveAtOnce });
    }
  }

  /** Opens a post by what may be done with it as it stands. */
  #showPost(post: OwnPost, etag: string | null): void {
    this.#sync.adopt(toServerAnswer(post, etag));
    this.#images = post.images;
    this.#linkPreview(post.id);
    const { view, notice, reason } = standingOf(post);
    if (view !== 'form') {
      turnTo(this, view);
      return;
    }
    fillTexts(this, { reason });
    this.#notice('reason', reason !== '');
    this.#notice('pending', notice === 'pending');
    this.#notice('live', notice === 'live');
    if (post.state === 'changes_requested') {
      find(this, '[data-submit-label]').textContent = composer.submitAgain;
    }
    this.#start(this.#sync.saved);
  }

  /** Shows the form: what this browser kept when it differs, else what the server has. */
  #start(saved: DraftFields | null): void {
    const local = this.#store.read(this.#id);
    const isKept = local !== null && !isEmptyDraft(local) && !(saved && sameDraft(saved, local));
    this.#fields.fill(isKept ? local : (saved ?? EMPTY_DRAFT), this.#images);
    this.#notice('restored', isKept);
    showView(this, 'form');
    if (!isKept) return;
    fillTexts(this, { restored: composer.notices.restored(when.format(local.savedAt)) });
    this.#changed();
  }

  #changed(): void {
    clearTimeout(this.#localTimer);
    this.#localTimer = setTimeout(() => this.#keepLocally(), LOCAL_PAUSE);
    this.#fields.clearFilled();
    if (this.#conflict) return;
    const { title, content } = this.#fields.value;
    // The site keeps no post without a title and a text; until then this browser does.
    if (title !== '' && content !== '') this.#autosave.touch();
    else say(find(this, '[data-status]'), composer.status.local);
  }

  #keepLocally(): void {
    clearTimeout(this.#localTimer);
    if (!this.#me || find(this, '[data-view="form"]').hidden) return;
    const fields = this.#fields.value;
    const { saved } = this.#sync;
    if (isEmptyDraft(fields) || (saved && sameDraft(saved, fields))) {
      this.#store.remove(this.#id);
      return;
    }
    const baseEdited = saved?.last_edited ?? null;
    this.#keptLocally = this.#store.write(this.#id, { ...fields, savedAt: Date.now(), baseEdited });
  }

  async #save(): Promise<SaveOutcome> {
    const isNew = this.#id === null;
    const result = await this.#sync.save(this.#fields.value);
    this.#problem = result.kind === 'problem' ? result.problem : null;
    if (result.kind === 'saved') {
      if (isNew) this.#nowHasAddress(result.post.id);
      this.#fields.clearErrors();
      for (const name of ['signed-out', 'restored', 'gone']) this.#notice(name, false);
      this.#fields.gallery.discardRemoved();
      this.#keepLocally();
      return 'saved';
    }
    this.#keepLocally();
    if (result.kind === 'conflict') {
      this.#conflict = result.theirs;
      this.#notice('conflict', true);
      return 'stop';
    }
    return this.#afterProblem(result.problem);
  }

  #afterProblem(problem: Problem): SaveOutcome {
    const { status } = problem;
    if (status === 401) this.#notice('signed-out', true);
    else if (status === 404) this.#notice('gone', true);
    else if (status === 0 || status === 412 || status === 429 || status >= 500) return 'later';
    else this.#fields.showProblem(problem);
    return 'stop';
  }

  /** A new post has an address of its own from its first save on; loading that page again opens it. */
  #nowHasAddress(id: number): void {
    this.#store.remove(null);
    history.replaceState(null, '', `/post/${id}/edit`);
    this.#linkPreview(id);
  }

  #linkPreview(id: number): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-preview-link]')) {
      link.href = `/preview?post=${id}`;
    }
    find<HTMLAnchorElement>(this, '[data-post-link]').href = `/post/${id}`;
  }

  async #submit(): Promise<void> {
    this.#fields.clearErrors();
    if (!this.#fields.checkRequired()) return;
    if (!(await this.#picturesArrive())) return;
    this.#autosave.touch();
    if ((await this.#autosave.flush()) !== 'saved' || this.#id === null) {
      this.#fields.focusFirstError();
      this.#toNotice();
      return;
    }
    this.#label(composer.submitting);
    this.#submission ??= crypto.randomUUID();
    const answer = await submitPost(this.#id, this.#submission);
    if (answer.ok) return this.#sent(answer.data);
    const done = isSpent(answer.problem) ? await this.#submittedBefore() : null;
    if (done) return this.#sent(done);
    if (answer.problem.status >= 400 && answer.problem.status < 500) this.#submission = null;
    this.#label('');
    if (answer.problem.status === 401) this.#notice('signed-out', true);
    else this.#fields.showProblem(answer.problem);
    this.#toNotice();
  }

  /** Waits for pictures on their way; answers whether all got through. */
  async #picturesArrive(): Promise<boolean> {
    const { gallery } = this.#fields;
    while (gallery.isMoving) {
      this.#label(composer.waitingForPictures);
      await new Promise((resolve) => gallery.addEventListener('change', resolve, { once: true }));
    }
    this.#label('');
    if (gallery.hasFailed) showMessage(this.#fields.form, composer.picturesNotThere);
    return !gallery.hasFailed;
  }

  /** The post, when an earlier press, whose answer was lost, has done it already. */
  async #submittedBefore(): Promise<OwnPost | null> {
    const post = this.#id === null ? null : await fetchOwnPost(this.#id);
    const isDone = post?.ok && ['in_review', 'live'].includes(post.data.state ?? '');
    return isDone ? post.data : null;
  }

  #sent(post: OwnPost): void {
    this.#autosave.settle();
    this.#store.remove(this.#id);
    turnTo(this, isShown(post) ? 'shown' : 'sent');
  }

  /** The tab is opened by the press itself, before the save: browsers block one that comes later. */
  async #preview(): Promise<void> {
    if (!this.#fields.checkRequired()) return;
    const tab = window.open('', '_blank');
    const fields = this.#fields.value;
    const { saved } = this.#sync;
    if (!saved || !sameDraft(saved, fields)) this.#autosave.touch();
    const outcome = await this.#autosave.flush();
    if (outcome === 'saved' && this.#id !== null) {
      if (tab) tab.location.replace(`/preview?post=${this.#id}`);
      return;
    }
    tab?.close();
    if (this.#problem && this.#problem.status !== 401) this.#fields.showProblem(this.#problem);
  }

  /** Goes back from what this browser kept to what the site has. */
  #discard(): void {
    this.#store.remove(this.#id);
    this.#notice('restored', false);
    this.#fields.fill(this.#sync.saved ?? EMPTY_DRAFT, this.#images);
    this.#autosave.settle();
    find<HTMLInputElement>(this, '[name="title"]').focus();
  }

  async #withdraw(): Promise<void> {
    if (this.#id === null) return;
    const answer = await withdrawPost(this.#id);
    if (!answer.ok && answer.problem.status !== 409) {
      return say(find(this, '[data-withdraw-error]'), failureText(answer.problem));
    }
    await this.#open();
  }

  #settle(takeTheirs: boolean): void {
    const theirs = this.#conflict;
    if (!theirs) return;
    this.#conflict = null;
    this.#notice('conflict', false);
    this.#sync.adopt(theirs);
    if (takeTheirs) {
      this.#fields.fill(fieldsOf(theirs.post), []);
      this.#store.remove(this.#id);
      this.#autosave.settle();
    } else {
      this.#changed();
    }
  }

  /** After signing in again elsewhere, or when the connection is back. */
  async #resume(): Promise<void> {
    const me = await call<Me>('/api/user/me');
    if (!me.ok || this.#me === 0) return;
    this.#notice('other-person', me.data.id !== this.#me);
    if (me.data.id !== this.#me) return;
    this.#notice('signed-out', false);
    this.#fields.gallery.retryFailed();
    if (this.#autosave.dirty) await this.#autosave.flush();
  }

  #showStatus(status: SaveStatus): void {
    this.dataset['saving'] = status;
    say(find(this, '[data-status]'), composer.status[status]);
  }

  /** What the submit button says meanwhile; empty for its own words. */
  #label(text: string): void {
    find(this, '[data-submit-label]').hidden = text !== '';
    say(find(this, '[data-submit-busy]'), text);
  }

  #notice(name: string, shown: boolean): void {
    find(this, `[data-notice="${name}"]`).hidden = !shown;
  }

  /** Goes to what stands in the way of a press: it may be far up the page. */
  #toNotice(): void {
    const way = '[data-notice][role="alert"]:not([hidden]) :is(a, button)';
    this.querySelector<HTMLElement>(way)?.focus();
  }

  #onPress(name: string, then: () => unknown): void {
    for (const button of this.querySelectorAll(`[data-press="${name}"]`)) {
      button.addEventListener('click', () => void then());
    }
  }
}

/** Whether everybody sees the version that was submitted. */
function isShown(post: OwnPost): boolean {
  return post.state === 'live' && post.has_pending_changes !== true;
}

/** Whether there was nothing to submit; pictures that are not ready are another matter. */
function isSpent(problem: Problem): boolean {
  const codes = problem.errors.map((error) => error.code);
  return problem.status === 409 && !codes.includes('pictures_not_ready');
}

/** This browser's storage, or null where it is switched off. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

customElements.define('post-composer', PostComposer);
