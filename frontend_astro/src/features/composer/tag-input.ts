/** Tags as pieces one can take out again, with a list of tags that others use (ARIA combobox with listbox). */
import { find, fromTemplate, say } from '@/features/account/dom';
import { composer } from '@/i18n/en/composer';
import { call } from '@/lib/browser-api';
import type { Page, Tag } from '@/lib/types';
import { addTags, cleanTag, type TagLimits } from './tags';

const PAUSE = 150;

export class TagInput extends HTMLElement {
  limits: TagLimits = { tags: 10, length: 40 };
  #tags: string[] = [];
  #input!: HTMLInputElement;
  #list!: HTMLElement;
  #options!: HTMLElement;
  #live!: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;
  #active = -1;

  connectedCallback(): void {
    this.#input = find<HTMLInputElement>(this, 'input');
    this.#list = find(this, '[data-tags]');
    this.#options = find(this, '[role="listbox"]');
    this.#live = find(this, '[data-live]');
    this.#input.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#typed();
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => {
      this.#close();
      this.#take(this.#input.value);
    });
  }

  get value(): string[] {
    return [...this.#tags];
  }

  set value(tags: readonly string[]) {
    this.#tags = [...tags];
    this.#draw();
  }

  #typed(): void {
    this.#error('');
    if (/[,;\n]/u.test(this.#input.value)) {
      this.#take(this.#input.value);
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#suggest(), PAUSE);
  }

  #key(event: KeyboardEvent): void {
    const open = !this.#options.hidden;
    const count = this.#options.children.length;
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const chosen = open ? this.#options.children[this.#active] : undefined;
      this.#take(chosen?.textContent ?? this.#input.value);
    } else if (open && event.key === 'ArrowDown') {
      event.preventDefault();
      this.#activate((this.#active + 1) % count);
    } else if (open && event.key === 'ArrowUp') {
      event.preventDefault();
      this.#activate((this.#active - 1 + count) % count);
    } else if (open && event.key === 'Escape') {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Backspace' && this.#input.value === '') {
      const last = this.#tags.at(-1);
      if (last !== undefined) this.#remove(last);
    }
  }

  async #suggest(): Promise<void> {
    const typed = cleanTag(this.#input.value);
    this.#asked?.abort();
    if (typed === '') return this.#close();
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const path = `/api/tag?q=${encodeURIComponent(typed)}&limit=8`;
      const answer = await call<Page<Tag>>(path, { signal: asked.signal });
      if (answer.ok && document.activeElement === this.#input) this.#offer(answer.data.results);
    } catch (error) {
      if (!asked.signal.aborted) throw error;
    }
  }

  #offer(found: readonly Tag[]): void {
    const names = found.map((tag) => tag.name).filter((name) => !this.#tags.includes(name));
    this.#options.replaceChildren(
      ...names.map((name, index) => {
        const option = document.createElement('li');
        option.role = 'option';
        option.id = `tag-option-${index}`;
        option.textContent = name;
        option.ariaSelected = 'false';
        // Before blur, which would take what was typed.
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          this.#take(name);
        });
        return option;
      }),
    );
    this.#active = -1;
    this.#input.removeAttribute('aria-activedescendant');
    this.#options.hidden = names.length === 0;
    this.#input.setAttribute('aria-expanded', String(names.length > 0));
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of [...this.#options.children].entries()) {
      option.ariaSelected = String(at === index);
    }
    this.#input.setAttribute('aria-activedescendant', `tag-option-${index}`);
    this.#options.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#offer([]);
  }

  #take(typed: string): void {
    this.#close();
    const result = addTags(this.#tags, typed, this.limits);
    const added = result.tags.slice(this.#tags.length);
    this.#input.value = result.problem?.text ?? '';
    const { kind } = result.problem ?? {};
    if (kind === 'too_many') this.#error(composer.tagTooMany(this.limits.tags));
    else if (kind === 'too_long') this.#error(composer.tagTooLong(this.limits.length));
    if (added.length === 0) return;
    this.#tags = result.tags;
    say(this.#live, composer.tagAdded(added.join(', ')));
    this.#changed();
  }

  #remove(tag: string): void {
    this.#tags = this.#tags.filter((other) => other !== tag);
    this.#error('');
    say(this.#live, composer.tagRemoved(tag));
    this.#changed();
    this.#input.focus();
  }

  #changed(): void {
    this.#draw();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #error(message: string): void {
    const place = this.parentElement?.querySelector<HTMLElement>('[data-error-for="tags"]');
    if (place) say(place, message);
    if (message) this.#input.setAttribute('aria-invalid', 'true');
    else this.#input.removeAttribute('aria-invalid');
  }

  #draw(): void {
    this.#list.replaceChildren(
      ...this.#tags.map((tag) => {
        const item = fromTemplate(this, 'tag');
        find(item, '[data-name]').textContent = tag;
        const button = find(item, 'button');
        button.ariaLabel = composer.tagRemove(tag);
        button.addEventListener('click', () => this.#remove(tag));
        return item;
      }),
    );
    this.#list.hidden = this.#tags.length === 0;
  }
}

customElements.define('tag-input', TagInput);
