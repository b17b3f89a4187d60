/** RFC 9457 problem documents, and what a form needs from them. */

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: FieldProblem[];
}

/** Field name (dotted when nested, `''` for the whole form) to the first message about it. */
export type FieldErrors = Record<string, string>;

const text = (value: unknown, fallback: string): string =>
  typeof value === 'string' ? value : fallback;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Makes a Problem of anything a server may have answered; never throws. */
export function toProblem(body: unknown, status: number): Problem {
  const given = isRecord(body) ? body : {};
  const errors = Array.isArray(given['errors']) ? given['errors'] : [];
  return {
    type: text(given['type'], 'about:blank'),
    title: text(given['title'], ''),
    status,
    detail: text(given['detail'], ''),
    errors: errors.filter(isRecord).map((error) => ({
      // allauth says `param` where a problem document says `field`.
      field: text(error['field'], text(error['param'], '')),
      code: text(error['code'], ''),
      message: text(error['message'], ''),
    })),
  };
}

const EMPTY = new Set(['blank', 'required', 'null']);
const WHOLE_FORM = new Set(['', 'non_field_errors', '__all__']);

/**
 * Sorts a problem's messages by field for showing beside each. What names no field, or one that the form does
 * not show (`shown`), gathers under `''`; when no error names anything, the detail stands there. `empty` holds the
 * form's own words for a field that was left empty.
 */
export function fieldErrors(
  problem: Problem,
  shown?: readonly string[],
  empty: Readonly<Record<string, string>> = {},
): FieldErrors {
  const found: FieldErrors = {};
  for (const { field, code, message } of problem.errors) {
    const whole = WHOLE_FORM.has(field) || (shown !== undefined && !shown.includes(field));
    const key = whole ? '' : field;
    found[key] ??= (EMPTY.has(code) && empty[field]) || message;
  }
  if (Object.keys(found).length === 0) {
    found[''] = problem.detail || problem.title;
  }
  return found;
}
