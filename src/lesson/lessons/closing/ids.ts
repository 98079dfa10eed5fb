/** The questions of the closing check in their order, one per lesson. */
export const closingIds = [
  'what-for',
  'eavesdropper',
  'two-halves',
  'envelope',
  'suite-name',
  'who-are-you',
  'chain-of-trust',
  'offices',
  'nobody-changed',
  'asks-back',
  'two-versions',
  'thirty-years',
] as const;

export type ClosingId = (typeof closingIds)[number];
