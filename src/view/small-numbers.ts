/** Diffie-Hellman with numbers that fit into a head. */

const prime = 23;
/** Its powers take every value from 1 to 22. */
const base = 5;

export interface SmallExchange {
  readonly prime: number;
  readonly base: number;
  readonly sent: Readonly<Record<'browser' | 'server', number>>;
  readonly shared: Readonly<Record<'browser' | 'server', number>>;
  /** Exponents that Eve tries, from 1, until one gives what the browser sent. */
  readonly tries: number;
}

export function smallExchange(browser: number, server: number): SmallExchange {
  const sent = { browser: power(base, browser), server: power(base, server) };
  let tries = 1;
  while (power(base, tries) !== sent.browser) tries++;
  return {
    prime,
    base,
    sent,
    shared: { browser: power(sent.server, browser), server: power(sent.browser, server) },
    tries,
  };
}

function power(number: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = (result * number) % prime;
  return result;
}
