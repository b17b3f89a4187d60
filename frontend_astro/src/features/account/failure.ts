/** One readable sentence for any answer that was not what one hoped for. */
import { failure } from '@/i18n/en/failure';
import type { Problem } from '@/lib/problem';

/** The server's own words where it has some, else ours by status; status 0 means no connection. */
export function failureText(problem: Problem): string {
  const own = problem.errors.find((error) => error.message !== '')?.message ?? problem.detail;
  if (problem.status !== 401 && problem.status < 500 && own !== '') return own;
  return textOfStatus(problem.status);
}

function textOfStatus(status: number): string {
  switch (status) {
    case 0:
      return failure.offline;
    case 401:
      return failure.signedOut;
    case 403:
      return failure.forbidden;
    case 404:
    case 410:
      return failure.gone;
    case 409:
      return failure.conflict;
    case 412:
      return failure.stale;
    case 413:
      return failure.tooLarge;
    case 429:
      return failure.tooMany;
    default:
      return failure.down;
  }
}
