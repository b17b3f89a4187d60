/** Dates as people say them. */
import { language } from '@/i18n/language';

const DAY_MS = 86_400_000;
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
const anyYear = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const monthYear = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' });

/** "today", "yesterday", "5 days ago", then "3 May", then "3 May 2024". */
export function sayDay(iso: string, now = new Date()): string {
  const then = new Date(iso);
  const days = Math.floor(now.getTime() / DAY_MS) - Math.floor(then.getTime() / DAY_MS);
  if (days >= 0 && days < 7) return relative.format(-days, 'day');
  return (then.getUTCFullYear() === now.getUTCFullYear() ? thisYear : anyYear).format(then);
}

/** "May 2024". */
export const sayMonth = (iso: string): string => monthYear.format(new Date(iso));
