/** Sends a posted report on to the API, and says how the page should answer. */
import { t } from '@/i18n/en';
import { callApi, type Visitor } from '@/lib/api';
import { postedForm } from '@/lib/form';
import { type FieldErrors, fieldErrors } from '@/lib/problem';
import { type ReportDraft, readReport } from './draft';

export interface Reporting {
  /** What was typed, when something was posted. */
  draft?: ReportDraft;
  errors: FieldErrors;
  sent: boolean;
  /** The status the page answers with. */
  status: number;
}

const FIELDS = ['reason', 'detail', 'email'] as const;

/**
 * Files what was posted to this page at `path`, as the signed-in person when there is one. A form that fell into the
 * trap comes back with the trap empty: a person sends it again, a machine falls in again.
 */
export async function fileReport(visitor: Visitor, path: string): Promise<Reporting> {
  if (visitor.request.method !== 'POST') return { errors: {}, sent: false, status: 200 };
  const draft = readReport(await postedForm(visitor.request.clone()));
  if (draft.trapped) return { draft, errors: { '': t.report.trapped }, sent: false, status: 400 };
  const { reason, detail, email } = draft;
  const answer = await callApi(visitor, path, {
    method: 'POST',
    body: { reason, detail, email },
    personal: true,
  });
  if (answer.ok) return { draft, errors: {}, sent: true, status: 303 };
  const { problem } = answer;
  const errors =
    problem.status === 503
      ? { '': t.report.notNow }
      : fieldErrors(problem, FIELDS, { reason: t.report.empty.reason });
  // A reason that was never chosen is sent as an empty word, which the API calls an unknown one.
  if (!reason && errors['reason']) errors['reason'] = t.report.empty.reason;
  return { draft, errors, sent: false, status: problem.status };
}
