/** Buttons, keys, thumbnails and the full-screen view of a post's pictures. */
import { Strip } from './strip';

class PictureGallery extends HTMLElement {
  private strip: Strip | undefined;
  private large: Strip | undefined;

  connectedCallback(): void {
    const row = this.find('strip');
    if (!row) return;
    this.strip = new Strip(row, (index) => this.mark(index));
    this.find('tools')?.removeAttribute('hidden');
    this.find('thumbs')?.removeAttribute('data-waiting');
    this.addEventListener('click', (event) => this.onClick(event));
    this.find('lightbox')?.addEventListener('close', () => this.onClose());
    this.mark(0);
  }

  private find<E extends HTMLElement = HTMLElement>(name: string): E | null {
    return this.querySelector<E>(`[data-${name}]`);
  }

  private mark(index: number): void {
    const count = this.find('count');
    if (count && this.strip) {
      count.textContent = (count.dataset['words'] ?? '')
        .replace('{n}', String(index + 1))
        .replace('{of}', String(this.strip.length));
    }
    this.querySelectorAll('[data-show]').forEach((button, at) => {
      if (at === index) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    });
  }

  private onClick(event: MouseEvent): void {
    const at = event.target instanceof Element ? event.target : null;
    const strip = this.dialog?.open ? this.large : this.strip;
    if (!at || !strip) return;
    const play = at.closest<HTMLAnchorElement>('[data-play]');
    const show = at.closest<HTMLElement>('[data-show]');
    if (play) this.toggle(play, event);
    else if (at.closest('[data-previous]')) strip.go(strip.index - 1);
    else if (at.closest('[data-next]')) strip.go(strip.index + 1);
    else if (show) strip.go(Number(show.dataset['show']));
    else if (at.closest('[data-close]') || this.isBackdrop(at)) this.dialog?.close();
    else if (at.closest('[data-enlarge], [data-strip] [data-item]')) this.enlarge(strip);
  }

  /** An animation moves only while its reader wants it to. */
  private toggle(play: HTMLAnchorElement, event: Event): void {
    const image = play.closest('[data-item]')?.querySelector<HTMLImageElement>('.picture-image');
    if (!image) return;
    event.preventDefault();
    const words = play.textContent;
    const source = image.src;
    image.src = play.href;
    play.href = source;
    play.textContent = play.dataset['stop'] ?? '';
    play.dataset['stop'] = words;
    play.toggleAttribute('data-playing');
  }

  private get dialog(): HTMLDialogElement | null {
    return this.find<HTMLDialogElement>('lightbox');
  }

  private isBackdrop(at: Element): boolean {
    return this.dialog?.contains(at) === true && !at.closest('img, a, button');
  }

  private enlarge(strip: Strip): void {
    const row = this.find('large');
    if (!row || !this.dialog) return;
    if (!this.large) {
      row.append(...Array.from(strip.element.children, (item) => item.cloneNode(true)));
      for (const sized of row.querySelectorAll('[sizes]')) sized.setAttribute('sizes', '100vw');
      this.large = new Strip(row, () => undefined);
    }
    this.dialog.showModal();
    this.large.go(strip.index, false);
    row.focus();
  }

  private onClose(): void {
    if (this.large && this.strip) this.strip.go(this.large.index, false);
    this.find('enlarge')?.focus();
  }
}

customElements.define('picture-gallery', PictureGallery);
