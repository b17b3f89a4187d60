/** What somebody typed into the form for reporting. */
export interface ReportDraft {
  reason: string;
  detail: string;
  email: string;
  /** The field no person sees was filled in. */
  trapped: boolean;
}

/** Reads the form; whatever is missing or is a file counts as empty. */
export function readReport(form: FormData): ReportDraft {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    reason: text('reason'),
    detail: text('detail').replaceAll('\r\n', '\n'),
    email: text('email'),
    trapped: text('website') !== '',
  };
}
