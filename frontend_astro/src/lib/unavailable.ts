import type { Problem } from './problem';

/** The page that stands in for one the API could not fill: absent, taken away, or not reachable just now. */
export function unavailable(problem: Problem): '/404' | '/410' | '/503' {
  if (problem.status === 410) return '/410';
  return problem.status >= 400 && problem.status < 500 && problem.status !== 429 ? '/404' : '/503';
}
