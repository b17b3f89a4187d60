/** A small editor over a text box: bold, italic, lists, links. What it holds is always allow-listed HTML. */
import { find, say } from '@/features/account/dom';
import { composer } from '@/i18n/en/composer';
import { cleanHtml, safeHref, textToHtml } from './rich-text';

const COMMANDS: Record<string, string> = {
  bold: 'bold',
  italic: 'italic',
  ul: 'insertUnorderedList',
  ol: 'insertOrderedList',
};

export class TextEditor extends HTMLElement {
  #box!: HTMLElement;
  #linkPanel!: HTMLElement;
  #linkInput!: HTMLInputElement;
  /** Where the link goes, kept while the focus is in the link's own field. */
  #linkRange: Range | null = null;

  connectedCallback(): void {
    this.#box = find(this, '[role="textbox"]');
    this.#linkPanel = find(this, '[data-link-panel]');
    this.#linkInput = find<HTMLInputElement>(this, '[data-link-panel] input');
    this.#listenToBox();
    this.#listenToToolbar();
    this.#listenToLinkPanel();
    document.addEventListener('selectionchange', () => this.#showState());
    this.#showEmptiness();
  }

  /** The text as allow-listed HTML; empty when nothing is written. */
  get value(): string {
    return cleanHtml(this.#box.innerHTML);
  }

  set value(html: string) {
    this.#box.innerHTML = cleanHtml(html);
    this.#showEmptiness();
  }

  #listenToBox(): void {
    this.#box.addEventListener('focus', () => {
      // Both are per document and forgotten on some browsers' history navigation.
      edit('defaultParagraphSeparator', 'p');
      edit('styleWithCSS', 'false');
    });
    this.#box.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#changed();
    });
    this.#box.addEventListener('paste', (event) => this.#paste(event));
    this.#box.addEventListener('drop', (event) => this.#drop(event));
    this.#box.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        this.#openLink();
      }
    });
  }

  #listenToToolbar(): void {
    const buttons = this.#buttons;
    for (const [index, button] of buttons.entries()) {
      button.tabIndex = index === 0 ? 0 : -1;
      // The selection in the text must survive the press.
      button.addEventListener('mousedown', (event) => event.preventDefault());
      button.addEventListener('click', () => this.#press(button.dataset['command'] ?? ''));
    }
    find(this, '[role="toolbar"]').addEventListener('keydown', (event) => {
      const at = buttons.indexOf(event.target as HTMLButtonElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[
        event.key
      ];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const next = buttons[(to + buttons.length) % buttons.length];
      for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
      next?.focus();
    });
  }

  #listenToLinkPanel(): void {
    this.#linkInput.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.#applyLink();
      } else if (event.key === 'Escape') {
        this.#closeLink();
      }
    });
    this.#linkInput.addEventListener('input', (event) => event.stopPropagation());
    find(this, '[data-link-apply]').addEventListener('click', () => this.#applyLink());
    find(this, '[data-link-remove]').addEventListener('click', () => {
      this.#closeLink();
      edit('unlink');
      this.#changed();
    });
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>('[role="toolbar"] button')];
  }

  #press(command: string): void {
    if (command === 'link') {
      this.#openLink();
      return;
    }
    this.#box.focus();
    edit(COMMANDS[command] ?? '');
    this.#changed();
    this.#showState();
  }

  #openLink(): void {
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    this.#linkRange = range && this.#box.contains(range.commonAncestorContainer) ? range : null;
    const around = this.#linkAt();
    if (around && this.#linkRange?.collapsed) this.#linkRange.selectNodeContents(around);
    this.#linkInput.value = around?.getAttribute('href') ?? '';
    find(this, '[data-link-remove]').hidden = !around;
    this.#linkError('');
    this.#linkPanel.hidden = false;
    this.#linkInput.focus();
    this.#linkInput.select();
  }

  #closeLink(): void {
    this.#linkPanel.hidden = true;
    this.#box.focus();
    const selection = document.getSelection();
    if (!selection || !this.#linkRange) return;
    selection.removeAllRanges();
    selection.addRange(this.#linkRange);
  }

  #applyLink(): void {
    const href = safeHref(this.#linkInput.value);
    if (href === null) {
      this.#linkError(composer.editor.linkBad);
      return;
    }
    this.#closeLink();
    if (document.getSelection()?.isCollapsed ?? true) {
      edit('insertHTML', cleanLink(href));
    } else {
      edit('createLink', href);
    }
    this.#changed();
  }

  #linkError(message: string): void {
    say(find(this, '[data-link-error]'), message);
    this.#linkInput.toggleAttribute('aria-invalid', message !== '');
  }

  #linkAt(): HTMLAnchorElement | null {
    const node = document.getSelection()?.anchorNode;
    const element = node instanceof Element ? node : node?.parentElement;
    const link = element?.closest('a') ?? null;
    return link && this.#box.contains(link) ? link : null;
  }

  #paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    if (!data) return;
    const html = data.getData('text/html');
    const text = data.getData('text/plain');
    // Pictures alone are for the gallery, which listens further out.
    if (html === '' && text === '') return;
    event.preventDefault();
    event.stopPropagation();
    this.#insert(html, text);
  }

  #drop(event: DragEvent): void {
    const data = event.dataTransfer;
    if (!data || data.files.length > 0) return;
    event.preventDefault();
    this.#insert(data.getData('text/html'), data.getData('text/plain'));
  }

  #insert(html: string, text: string): void {
    const clean = html === '' ? '' : cleanHtml(html);
    const paragraphs = clean === '' ? textToHtml(text) : clean;
    // One paragraph goes into the line where one is writing, more stand for themselves.
    const single = /^<p>((?:(?!<p>).)*)<\/p>$/su.exec(paragraphs)?.[1];
    edit('insertHTML', single ?? paragraphs);
    this.#changed();
  }

  #showState(): void {
    const isInside = this.#box.contains(document.getSelection()?.anchorNode ?? null);
    for (const button of this.#buttons) {
      const isOn = isInside && this.#isOn(button.dataset['command'] ?? '');
      button.setAttribute('aria-pressed', String(isOn));
    }
  }

  #isOn(command: string): boolean {
    if (command === 'link') return this.#linkAt() !== null;
    return document.queryCommandState(COMMANDS[command] ?? '');
  }

  #showEmptiness(): void {
    const empty = (this.#box.textContent ?? '').trim() === '' && !this.#box.querySelector('li');
    this.#box.toggleAttribute('data-empty', empty);
  }

  #changed(): void {
    this.#showEmptiness();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Deprecated in name, and still the only way of editing that every browser can undo. */
function edit(command: string, value = ''): void {
  document.execCommand(command, false, value);
}

function cleanLink(href: string): string {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = href.replace(/^(https?:\/\/|mailto:)/u, '');
  return link.outerHTML;
}

customElements.define('text-editor', TextEditor);
