/** Sentences made of what the server tells about one way in. */
import { security } from '@/i18n/en/security';
import { sayDay } from '@/lib/dates';

/** "Added today. Last used yesterday." */
export function sayUse(
  row: { created_at: number; last_used_at: number | null },
  since: (day: string) => string,
): string {
  const used = row.last_used_at === null ? security.unused : security.used(day(row.last_used_at));
  return `${since(day(row.created_at))} ${used}`;
}

/** The key as people read it out: in fours. */
export function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/gu, '$1 ');
}

/** The file in which somebody keeps their recovery codes. */
export function codesAsText(codes: readonly string[], site: string): string {
  return `${security.codes.fileHead(site)}\n\n${codes.map(asPair).join('\n')}\n`;
}

/** A recovery code as it is shown: "1234 5678". Typed with the space or without, it is the same. */
export function asPair(code: string): string {
  return code.replace(/^(\d{4})(\d{4})$/u, '$1 $2');
}

function day(seconds: number): string {
  return sayDay(new Date(seconds * 1000).toISOString());
}
