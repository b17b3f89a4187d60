/**
 * Brings the next page of posts into this one. The first few come by themselves as the end nears; after that the
 * reader asks, so that the footer can be reached.
 */
const BY_ITSELF = 3;

class MorePosts extends HTMLElement {
  private fetched = 0;
  private watcher = new IntersectionObserver((entries) => this.onSight(entries), {
    rootMargin: '600px',
  });

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.onClick(event));
    if (this.link) this.watcher.observe(this.link);
  }

  disconnectedCallback(): void {
    this.watcher.disconnect();
  }

  private get link(): HTMLAnchorElement | null {
    return this.querySelector('[data-more]');
  }

  private onSight(entries: IntersectionObserverEntry[]): void {
    if (this.fetched < BY_ITSELF && entries.some((entry) => entry.isIntersecting)) void this.more();
  }

  private onClick(event: MouseEvent): void {
    const asked = event.target instanceof Element && event.target.closest('[data-more]');
    if (!asked || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void this.more(true);
  }

  private async more(asked = false): Promise<void> {
    const link = this.link;
    if (!link || link.getAttribute('aria-disabled')) return;
    const words = link.textContent;
    link.setAttribute('aria-disabled', 'true');
    link.textContent = link.dataset['busy'] ?? words;
    try {
      const response = await fetch(link.href);
      if (!response.ok) throw new Error(String(response.status));
      this.take(await response.text(), asked);
    } catch {
      if (asked) window.location.assign(link.href);
      link.removeAttribute('aria-disabled');
      link.textContent = words;
      this.fetched = BY_ITSELF;
    }
  }

  private take(html: string, asked: boolean): void {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const list = this.querySelector('[data-posts]');
    const added = [...page.querySelectorAll('[data-posts] > li')];
    list?.append(...added);
    this.fetched += 1;
    const next = page.querySelector<HTMLAnchorElement>('more-posts [data-more]');
    const old = this.link;
    if (old) this.watcher.unobserve(old);
    if (next) old?.replaceWith(next);
    else old?.parentElement?.remove();
    if (this.link) this.watcher.observe(this.link);
    this.tell(added, asked);
  }

  /** Says that there is more; moves on to it only when it was asked for. */
  private tell(added: Element[], asked: boolean): void {
    const told = this.querySelector<HTMLElement>('[data-told]');
    if (told) told.textContent = told.dataset['toldWords'] ?? '';
    if (asked) added[0]?.querySelector<HTMLElement>('a')?.focus();
  }
}

customElements.define('more-posts', MorePosts);
