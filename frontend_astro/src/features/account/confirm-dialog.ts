/** One question before something that cannot be undone, in the browser's own dialog. */
import { find, fillTexts } from './dom';

/** Opens the dialog with these texts filled in; answers whether it was confirmed. */
export function askFirst(
  dialog: HTMLDialogElement,
  texts: Record<string, string> = {},
): Promise<boolean> {
  fillTexts(dialog, texts);
  dialog.returnValue = '';
  dialog.showModal();
  find(dialog, '[value="cancel"]').focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'confirm'), {
      once: true,
    });
  });
}
