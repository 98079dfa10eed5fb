/** '2026-12-30 12:00 UTC': a time of a certificate to the minute. */
export function formatTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
