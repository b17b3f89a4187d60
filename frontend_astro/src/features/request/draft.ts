/** What somebody typed into the request form. */
export interface RequestDraft {
  /** Null where the form did not ask: the account's own serve then. */
  name: string | null;
  email: string | null;
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
    name: form.has('name') ? text('name') : null,
    email: form.has('email') ? text('email') : null,
    message: text('message').replaceAll('\r\n', '\n'),
    proof: text('proof'),
    idempotencyKey: KEY.test(key) ? key : '',
    trapped: text('website') !== '',
  };
}
