/** Reordering by pointer, for mouse, pen and finger alike: a card follows to wherever its handle is taken. */

/** Calls `move(key, index)` as the handle of one card is dragged over others of the same list. */
export function dragCards(list: HTMLElement, move: (key: string, index: number) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const handle =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
    const card = handle?.closest<HTMLElement>('[data-key]');
    if (!handle || !card || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    follow(list, handle, card, event.pointerId, move);
  });
}

function follow(
  list: HTMLElement,
  handle: HTMLElement,
  card: HTMLElement,
  pointer: number,
  move: (key: string, index: number) => void,
): void {
  const ended = new AbortController();
  const { signal } = ended;
  card.toggleAttribute('data-dragged', true);
  // On the list: the handle itself leaves the page for a moment whenever its card changes place.
  list.setPointerCapture(pointer);
  list.addEventListener(
    'pointermove',
    (event) => {
      const under = document.elementFromPoint(event.clientX, event.clientY);
      const over = under?.closest<HTMLElement>('[data-key]');
      if (!over || over === card || over.parentElement !== list) return;
      const cards = [...list.children];
      if (!hasPassedMiddle(event, over, cards.indexOf(over) > cards.indexOf(card))) return;
      move(card.dataset['key'] ?? '', cards.indexOf(over));
    },
    { signal },
  );
  const end = () => {
    ended.abort();
    card.toggleAttribute('data-dragged', false);
    handle.focus();
  };
  list.addEventListener('pointerup', end, { signal });
  list.addEventListener('pointercancel', end, { signal });
}

/** Waits for the middle of the other card, so that cards of unlike size do not swap back and forth. */
function hasPassedMiddle(event: PointerEvent, over: HTMLElement, forward: boolean): boolean {
  const box = over.getBoundingClientRect();
  const parent = over.parentElement?.getBoundingClientRect();
  const oneColumn = parent !== undefined && box.width > parent.width * 0.75;
  const beyond = oneColumn
    ? event.clientY > box.top + box.height / 2
    : event.clientX > box.left + box.width / 2;
  return beyond === forward;
}
