/** The fields of the composer as one value, and the place of every error among them. */
import { find } from '@/features/account/dom';
import { clearError, clearErrors, markField, showMessage } from '@/features/account/forms';
import { failureText } from '@/features/account/failure';
import { composer } from '@/i18n/en/composer';
import { failure } from '@/i18n/en/failure';
import type { Problem } from '@/lib/problem';
import type { SiteLimits } from '@/lib/types';
import type { DraftFields } from './draft-store';
import type { ImageStatus } from './image-api';
import type { PictureGallery } from './picture-gallery';
import type { TagInput } from './tag-input';
import type { TextEditor } from './text-editor';

export class ComposerFields {
  readonly form: HTMLFormElement;
  readonly gallery: PictureGallery;
  readonly #title: HTMLInputElement;
  readonly #text: TextEditor;
  readonly #tags: TagInput;

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.gallery = find<PictureGallery>(form, 'picture-gallery');
    this.#title = find<HTMLInputElement>(form, '[name="title"]');
    this.#text = find<TextEditor>(form, 'text-editor');
    this.#tags = find<TagInput>(form, 'tag-input');
  }

  get value(): DraftFields {
    return {
      title: this.#title.value.trim(),
      content: this.#text.value,
      tags: this.#tags.value,
      images: this.gallery.value,
    };
  }

  fill(draft: DraftFields, images: readonly ImageStatus[]): void {
    this.#title.value = draft.title;
    this.#text.value = draft.content;
    this.#tags.value = draft.tags;
    this.gallery.fill(draft.images, images);
    this.clearErrors();
  }

  setLimits(limits: SiteLimits, types: readonly string[]): void {
    this.#title.maxLength = limits.title_length;
    this.#tags.limits = { tags: limits.tags_per_post, length: limits.tag_length };
    this.gallery.limits = { pictures: limits.images_per_post, bytes: limits.upload_bytes, types };
  }

  clearErrors(): void {
    clearErrors(this.form);
    this.gallery.clearErrors();
  }

  /** Takes back what was said about a field that has something in it now. */
  clearFilled(): void {
    const { title, content } = this.value;
    if (title !== '') clearError(this.form, 'title');
    if (content !== '') clearError(this.form, 'content');
  }

  /** Marks what must be there before a post can be submitted; answers whether all is. */
  checkRequired(): boolean {
    const { title, content } = this.value;
    if (title === '') markField(this.form, 'title', composer.required.title);
    if (content === '') markField(this.form, 'content', composer.required.content);
    this.focusFirstError();
    return title !== '' && content !== '';
  }

  /** Shows a problem beside the fields it names, and what names none at the form's foot. */
  showProblem(problem: Problem): void {
    const whole: string[] = [];
    for (const { field, message } of problem.status === 400 ? problem.errors : []) {
      const [name = '', index] = field.split('.');
      if (name === 'title' || name === 'content' || name === 'tags') {
        markField(this.form, name, message);
      } else if (name === 'images') {
        this.gallery.showError(message, index === undefined ? null : Number(index));
      } else if (message !== '') {
        whole.push(message);
      }
    }
    const marked = this.form.querySelector('[aria-invalid="true"]') !== null;
    if (whole.length === 0) whole.push(marked ? failure.check : failureText(problem));
    showMessage(this.form, whole.join(' '));
  }

  focusFirstError(): void {
    this.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
