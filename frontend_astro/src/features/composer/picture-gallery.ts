/** The gallery of the composer: pick, drop or paste pictures, describe them, put them in order. */
import { find, fromTemplate, say } from '@/features/account/dom';
import { composer } from '@/i18n/en/composer';
import type { DraftPicture } from './draft-store';
import { discardImage, type ImageStatus, lookAtImage, readStatus, sendImage } from './image-api';
import { PictureCard } from './picture-card';
import { dragCards } from './picture-drag';
import {
  advance,
  isHere,
  isMoving,
  keptPictures,
  movePicture,
  newPicture,
  type Picture,
  type PictureEvent,
  type PictureInput,
  removePicture,
  toPictureInputs,
  updatePicture,
} from './pictures';
import { UploadQueue } from './upload-queue';

const words = composer.pictures;

export interface GalleryLimits {
  readonly pictures: number;
  readonly bytes: number;
  readonly types: readonly string[];
}

export class PictureGallery extends HTMLElement {
  limits: GalleryLimits = { pictures: 12, bytes: 25 * 1024 * 1024, types: [] };
  #pictures: Picture[] = [];
  #cards = new Map<string, PictureCard>();
  #made = 0;
  /** Pictures taken out that the server still holds, until the post is saved without them. */
  #discarded: number[] = [];
  readonly #queue = new UploadQueue({
    send: sendImage,
    look: lookAtImage,
    onEvent: (key, event) => this.#onEvent(key, event),
  });

  connectedCallback(): void {
    const input = find<HTMLInputElement>(this, 'input[type="file"]');
    input.addEventListener('change', (event) => {
      event.stopPropagation();
      this.addFiles([...(input.files ?? [])]);
      input.value = '';
    });
    dragCards(find(this, '[data-list]'), (key, index) => this.#move(key, index));
  }

  /** What the server is told. */
  get value(): PictureInput[] {
    return toPictureInputs(this.#pictures);
  }

  get isMoving(): boolean {
    return isMoving(this.#pictures);
  }

  /** Whether some picture did not get through and waits for the creator. */
  get hasFailed(): boolean {
    return this.#pictures.some((picture) => picture.state === 'failed');
  }

  /** Shows the pictures of a draft; those still being prepared are followed up. */
  fill(images: readonly DraftPicture[], known: readonly ImageStatus[] = []): void {
    for (const picture of this.#pictures) this.#queue.cancel(picture.key);
    this.#pictures = images.map(({ id, alt }) => {
      const status = known.find((image) => image.id === id);
      const result = status ? readStatus(status) : { kind: 'processing' as const };
      const picture = { ...newPicture(this.#newKey(), '', null), id, alt, progress: 1 };
      const held: Picture = { ...picture, state: 'processing' };
      if (result.kind === 'ready') return advance(held, { ...result, type: 'ready' });
      if (result.kind === 'rejected') return advance(held, { ...result, type: 'rejected' });
      return held;
    });
    this.#draw();
    for (const { key, id, state } of this.#pictures) {
      if (state === 'processing' && id !== null) this.#queue.follow(key, id);
    }
  }

  /** Takes in files in the order given, as far as there is room. */
  addFiles(files: readonly File[]): void {
    const taken = this.#pictures.filter((picture) => picture.state !== 'rejected').length;
    const room = Math.max(0, this.limits.pictures - taken);
    this.showError(files.length > room ? words.tooMany(this.limits.pictures) : '');
    for (const file of files.slice(0, room)) this.#addFile(file);
    this.#draw();
  }

  /** A message about all pictures, or about the one that `images.N` names among those sent. */
  showError(message: string, sentIndex: number | null = null): void {
    const picture = sentIndex === null ? undefined : keptPictures(this.#pictures)[sentIndex];
    const card = picture && this.#cards.get(picture.key);
    if (card) card.showError(message);
    else say(find(this, '[data-error-for="images"]'), message);
  }

  clearErrors(): void {
    this.showError('');
    for (const card of this.#cards.values()) card.showError('');
  }

  /** Tries everything again that did not get through. */
  retryFailed(): void {
    for (const { key, state } of this.#pictures) if (state === 'failed') this.#queue.retry(key);
  }

  /** Lets the server forget pictures that the saved post no longer holds. */
  discardRemoved(): void {
    for (const id of this.#discarded.splice(0)) void discardImage(id);
  }

  #addFile(file: File): void {
    const key = this.#newKey();
    const isPicture = file.type === '' || this.limits.types.includes(file.type);
    const src = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
    this.#pictures.push(newPicture(key, file.name, src));
    if (!isPicture && this.limits.types.length > 0) {
      this.#onEvent(key, { type: 'rejected', reason: words.wrongType });
    } else if (file.size > this.limits.bytes) {
      const megabytes = Math.floor(this.limits.bytes / 1024 / 1024);
      this.#onEvent(key, { type: 'rejected', reason: words.tooBig(megabytes) });
    } else {
      this.#queue.add(key, file);
    }
  }

  #onEvent(key: string, event: PictureEvent): void {
    const before = this.#pictures.find((picture) => picture.key === key);
    if (!before) return;
    if (event.type === 'stored' && isHere(this.#pictures, event.id)) {
      // The server knows the file again: it is the picture of another card, which goes on alone.
      this.#queue.cancel(key);
      this.#onEvent(key, { type: 'rejected', reason: words.twice });
      return;
    }
    const after = advance(before, event);
    if (after === before) return;
    this.#pictures = updatePicture(this.#pictures, key, () => after);
    this.#cards.get(key)?.show(after, this.#indexOf(key), this.#pictures.length);
    if (event.type === 'progressed') return;
    if (event.type === 'ready' && after.name) this.#announce(words.ready(after.name));
    if (event.type === 'rejected') this.#announce(words.refused(after.name, after.reason));
    if (event.type === 'ready' && before.src?.startsWith('blob:')) URL.revokeObjectURL(before.src);
    this.#changed();
  }

  #move(key: string, index: number): void {
    const to = Math.min(Math.max(index, 0), this.#pictures.length - 1);
    if (to === this.#indexOf(key)) return;
    this.#pictures = movePicture(this.#pictures, key, to);
    this.#draw();
    this.#announce(words.moved(to + 1, this.#pictures.length));
    this.#changed();
  }

  #remove(key: string): void {
    const index = this.#indexOf(key);
    const picture = this.#pictures[index];
    if (!picture) return;
    this.#queue.cancel(key);
    if (picture.src?.startsWith('blob:')) URL.revokeObjectURL(picture.src);
    if (picture.id !== null) this.#discarded.push(picture.id);
    this.#pictures = removePicture(this.#pictures, key);
    this.#draw();
    this.#announce(words.removed);
    this.#changed();
    const next = this.#pictures[Math.min(index, this.#pictures.length - 1)];
    const card = next && this.#cards.get(next.key);
    if (card) card.focusRemove();
    else find<HTMLInputElement>(this, 'input[type="file"]').focus();
  }

  #draw(): void {
    const list = find(this, '[data-list]');
    const focused = document.activeElement;
    for (const [key, card] of this.#cards) {
      if (this.#indexOf(key) >= 0) continue;
      card.element.remove();
      this.#cards.delete(key);
    }
    for (const [index, picture] of this.#pictures.entries()) {
      const card = this.#cards.get(picture.key) ?? this.#newCard(picture.key);
      card.show(picture, index, this.#pictures.length);
      if (list.children[index] !== card.element) {
        list.insertBefore(card.element, list.children[index] ?? null);
      }
    }
    list.hidden = this.#pictures.length === 0;
    // A card that changed its place lost the focus on the way.
    if (focused instanceof HTMLElement && this.contains(focused)) focused.focus();
  }

  #newCard(key: string): PictureCard {
    const card = new PictureCard(fromTemplate(this, 'picture'), key, {
      describe: (alt) => {
        this.#pictures = updatePicture(this.#pictures, key, (picture) => ({ ...picture, alt }));
        this.#changed();
      },
      step: (by) => this.#move(key, this.#indexOf(key) + by),
      remove: () => this.#remove(key),
      retry: () => this.#queue.retry(key),
    });
    this.#cards.set(key, card);
    return card;
  }

  #indexOf(key: string): number {
    return this.#pictures.findIndex((picture) => picture.key === key);
  }

  #newKey(): string {
    this.#made += 1;
    return `picture-${this.#made}`;
  }

  #announce(text: string): void {
    say(find(this, '[data-live]'), text);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

customElements.define('picture-gallery', PictureGallery);
