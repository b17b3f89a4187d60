/** What the page lends to each of its parts. */
import type { SureDialog } from './sure-dialog';

export interface Tools {
  sure: SureDialog;
  /** The question to ask before something is taken away. */
  dialog: (name: string) => HTMLDialogElement;
  /** To be called after every change. */
  changed: () => Promise<void>;
}
