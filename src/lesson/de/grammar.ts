/** German for dates. */

/** '30. Dez. 2026', in UTC as certificates count. */
export function date(milliseconds: number): string {
  return day.format(milliseconds);
}

/** '30. Dez. 2026, 12:00 UTC'. */
export function dateTime(milliseconds: number): string {
  return `${minute.format(milliseconds)} UTC`;
}

const day = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const minute = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
