/** Small steps on the page that every signed-in element takes. */

/** The element that must be there; its absence is a mistake in the markup. */
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) throw new Error(`Nothing matches ${selector}`);
  return element;
}

/** A fresh copy of the one element inside `<template data-template="name">`. */
export function fromTemplate(root: ParentNode, name: string): HTMLElement {
  const template = find<HTMLTemplateElement>(root, `template[data-template="${name}"]`);
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The template ${name} is empty`);
  return copy;
}

/** Writes texts into the elements marked `data-text="name"`; an empty text hides its element. */
export function fillTexts(root: ParentNode, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-text="${name}"]`)) {
      element.textContent = text;
      element.hidden = text === '';
    }
  }
}

/** Shows the one child section marked `data-view="name"` and hides the others. */
export function showView(root: ParentNode, name: string): void {
  for (const view of root.querySelectorAll<HTMLElement>('[data-view]')) {
    view.hidden = view.dataset['view'] !== name;
  }
}

/** Shows a view and moves the focus to its heading, so that nobody misses the change. */
export function turnTo(root: ParentNode, name: string): void {
  showView(root, name);
  const heading = root.querySelector<HTMLElement>(`[data-view="${name}"] :is(h1, h2)`);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** Says `text` in a live region or notice; an empty text hides it. */
export function say(element: HTMLElement, text: string): void {
  element.textContent = text;
  element.hidden = text === '';
}
