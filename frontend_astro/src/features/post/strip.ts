/** A row of pictures one swipes through: which is in view, and moving to another. */
export class Strip {
  private last = 0;

  constructor(
    readonly element: HTMLElement,
    private readonly onChange: (index: number) => void,
  ) {
    let waiting = 0;
    element.addEventListener(
      'scroll',
      () => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => this.onChange(this.index));
      },
      { passive: true },
    );
    element.addEventListener('keydown', (event) => this.onKey(event));
  }

  get length(): number {
    return this.element.children.length;
  }

  /** Which is in view; of a strip that is not shown, the last that was. */
  get index(): number {
    const { scrollLeft, clientWidth } = this.element;
    if (clientWidth > 0) this.last = Math.abs(Math.round(scrollLeft / clientWidth));
    return this.last;
  }

  /** Moves to a picture, round the ends too. */
  go(index: number, smoothly = true): void {
    const to = (index + this.length) % this.length;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.element.scrollTo({
      left: to * this.element.clientWidth,
      behavior: smoothly && !still ? 'smooth' : 'instant',
    });
  }

  private onKey(event: KeyboardEvent): void {
    const to = { ArrowLeft: this.index - 1, ArrowRight: this.index + 1, Home: 0, End: -1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    this.go(to);
  }
}
