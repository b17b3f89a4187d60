/** One shape for what the API and allauth say was wrong, whichever of the two said it. */

export interface Failure {
  /** Messages by field, dotted for nested ones (`images.0.alt`). */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Messages that belong to no field. */
  readonly general: readonly string[];
  /** Machine-readable codes met anywhere in the answer. */
  readonly codes: ReadonlySet<string>;
}

/**
 * Reads a problem document (RFC 9457, `errors[].field`) or an allauth answer (`errors[].param`).
 * `detail` counts as a general message only when no single error says more.
 */
export function readFailure(body: unknown): Failure {
  const fields = new Map<string, string[]>();
  const general: string[] = [];
  const codes = new Set<string>();
  const document = isRecord(body) ? body : {};
  const errors = Array.isArray(document['errors']) ? document['errors'] : [];
  for (const error of errors.filter(isRecord)) {
    const message = textOf(error['message']);
    const field = textOf(error['field']) || textOf(error['param']);
    const code = textOf(error['code']);
    if (code) codes.add(code);
    if (!message) continue;
    if (field && field !== '__all__' && field !== 'non_field_errors') {
      fields.set(field, [...(fields.get(field) ?? []), message]);
    } else {
      general.push(message);
    }
  }
  const detail = textOf(document['detail']);
  if (fields.size === 0 && general.length === 0 && detail) general.push(detail);
  const code = textOf(document['code']);
  if (code) codes.add(code);
  return { fields, general, codes };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
