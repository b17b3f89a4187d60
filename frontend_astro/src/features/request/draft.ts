/** What somebody typed into the request form. */
export interface RequestDraft {
  name: string;
  email: string;
  message: string;
  proof: string;
  idempotencyKey: string;
  /** The field no person sees was filled in. */
  trapped: boolean;
}

const KEY = /^[\w-]{8,64}$/;

/** Reads the form; whatever is missing or is a file counts as empty. */
export function readDraft(form: FormData): RequestDraft {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const key = text('idempotency_key');
  return {
    name: text('name'),
    email: text('email'),
    message: text('message').replaceAll('\r\n', '\n'),
    proof: text('proof'),
    idempotencyKey: KEY.test(key) ? key : '',
    trapped: text('website') !== '',
  };
}
