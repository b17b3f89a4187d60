/** A row of pictures one swipes through: which is in view, and moving to another. */
export class Strip {
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

  get index(): number {
    const { scrollLeft, clientWidth } = this.element;
    return clientWidth === 0 ? 0 : Math.abs(Math.round(scrollLeft / clientWidth));
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
