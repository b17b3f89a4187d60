/**
 * Pictures may be dropped or pasted anywhere on the composer's page: with nothing focused a paste goes to the body,
 * and a file dropped beside the form would otherwise replace the page.
 */

/** Calls `take` with the files dropped or pasted while `form` is shown; it is marked `data-dropping` meanwhile. */
export function takeFiles(form: HTMLElement, take: (files: File[]) => void): void {
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.toggleAttribute('data-dropping', true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.removeAttribute('data-dropping');
  });
  document.addEventListener('drop', (event) => {
    form.removeAttribute('data-dropping');
    takeFrom(event, event.dataTransfer);
  });
  document.addEventListener('paste', (event) => takeFrom(event, event.clipboardData));

  function takeFrom(event: Event, data: DataTransfer | null): void {
    const files = [...(data?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    if (!form.hidden) take(files);
  }
}
