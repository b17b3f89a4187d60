/** Pictures may be dropped or pasted anywhere on the composer's page. */

/** Calls `take` with the files dropped or pasted into `root`, which is marked `data-dropping` meanwhile. */
export function takeFiles(root: HTMLElement, take: (files: File[]) => void): void {
  root.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    root.toggleAttribute('data-dropping', true);
  });
  root.addEventListener('dragleave', (event) => {
    const { relatedTarget: to } = event;
    if (!(to instanceof Node && root.contains(to))) root.removeAttribute('data-dropping');
  });
  root.addEventListener('drop', (event) => {
    root.removeAttribute('data-dropping');
    takeFrom(event, event.dataTransfer, take);
  });
  root.addEventListener('paste', (event) => takeFrom(event, event.clipboardData, take));
}

function takeFrom(event: Event, data: DataTransfer | null, take: (files: File[]) => void): void {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  take(files);
}
