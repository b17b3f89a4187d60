/** One picture in the composer's gallery: its look, its words, its buttons. */
import { fillTexts, find, say } from '@/features/account/dom';
import { composer } from '@/i18n/en/composer';
import type { Picture } from './pictures';

const words = composer.pictures;

export interface CardActions {
  describe(alt: string): void;
  step(by: number): void;
  remove(): void;
  retry(): void;
}

export class PictureCard {
  readonly element: HTMLElement;

  constructor(element: HTMLElement, key: string, actions: CardActions) {
    this.element = element;
    element.dataset['key'] = key;
    const alt = this.#alt;
    alt.id = `${key}-alt`;
    find<HTMLLabelElement>(element, 'label').htmlFor = alt.id;
    find(element, '[data-alt-error]').id = `${key}-error`;
    alt.setAttribute('aria-describedby', `${key}-error`);
    alt.addEventListener('input', (event) => {
      event.stopPropagation();
      actions.describe(alt.value);
    });
    this.#on('earlier', () => actions.step(-1));
    this.#on('later', () => actions.step(1));
    this.#on('remove', () => actions.remove());
    this.#on('retry', () => actions.retry());
    find(element, '[data-handle]').addEventListener('keydown', (event) => {
      const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      actions.step(by);
    });
  }

  get #alt(): HTMLInputElement {
    return find<HTMLInputElement>(this.element, 'input');
  }

  show(picture: Picture, index: number, count: number): void {
    const position = index + 1;
    this.element.dataset['state'] = picture.state;
    this.#showImage(picture);
    this.#showProgress(picture);
    fillTexts(this.element, {
      state: words.states[picture.state],
      reason: picture.reason,
      name: picture.state === 'ready' ? '' : picture.name,
    });
    find(this.element, '[data-gif]').hidden = !picture.animated;
    find(this.element, '[data-cover]').hidden = index !== 0 || picture.state === 'rejected';
    find(this.element, '[data-describe]').hidden = picture.state === 'rejected';
    find(this.element, '[data-retry]').hidden = picture.state !== 'failed';
    if (this.#alt.value.trim() !== picture.alt.trim()) this.#alt.value = picture.alt;
    this.#name('handle', words.drag(position));
    this.#name('earlier', words.earlier(position));
    this.#name('later', words.later(position));
    this.#name('remove', words.remove(position));
    this.#alt.setAttribute('aria-label', words.altOf(position));
    // Not `disabled`, which would throw the focus away at either end.
    find(this.element, '[data-earlier]').ariaDisabled = String(index === 0);
    find(this.element, '[data-later]').ariaDisabled = String(position === count);
  }

  showError(message: string): void {
    say(find(this.element, '[data-alt-error]'), message);
    if (message) this.#alt.setAttribute('aria-invalid', 'true');
    else this.#alt.removeAttribute('aria-invalid');
  }

  focusRemove(): void {
    find(this.element, '[data-remove]').focus();
  }

  #showImage(picture: Picture): void {
    const image = find<HTMLImageElement>(this.element, 'img');
    if (picture.src === null || image.getAttribute('src') === picture.src) return;
    image.src = picture.src;
    image.hidden = false;
    // Kinds this browser cannot show, such as HEIC, stand as a plain surface until they are ready.
    image.onerror = () => {
      image.hidden = true;
    };
  }

  #showProgress(picture: Picture): void {
    const progress = find<HTMLProgressElement>(this.element, 'progress');
    progress.hidden = !['waiting', 'uploading', 'processing'].includes(picture.state);
    progress.setAttribute('aria-label', words.progress(picture.name));
    if (picture.state === 'processing') progress.removeAttribute('value');
    else progress.value = picture.progress;
  }

  #on(action: string, then: () => void): void {
    find(this.element, `[data-${action}]`).addEventListener('click', then);
  }

  #name(action: string, label: string): void {
    find(this.element, `[data-${action}]`).setAttribute('aria-label', label);
  }
}
