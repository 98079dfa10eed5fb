/** The two sides have nothing in common: which lists did not meet, and why the server cannot go on. */
import type { FactsOf } from '../step-facts.ts';
import type { Rich } from '../rich.ts';
import type { StepText } from '../words.ts';
import { code, rich, sentences, term } from '../rich.ts';
import { and, party } from './grammar.ts';

type Failure = FactsOf<'negotiation-failure'>;

export function negotiationFailure(f: Failure): StepText {
  const text = texts[f.fault.code];
  return {
    title: 'Negotiate',
    body: text
      ? text(f)
      : rich`Here ${party(f.fault.by)} finds a fault (${code(f.fault.code)}) and answers with ${code(f.fault.alert)}.`,
  };
}

const texts: Readonly<Record<string, (f: Failure) => Rich>> = {
  'no-common-cipher-suite': (f) =>
    sentences(
      rich`The server compares the lists and finds no ${term('cipher-suite')} in both: ${lists(f.browserSuites, f.serverSuites)}.`,
      rich`Without a common suite not one byte could be protected, so the server closes with ${code(f.fault.alert)}.`,
    ),
  'no-common-group': (f) =>
    sentences(
      rich`The server compares the lists and finds no ${term('group')} in both: ${lists(f.browserGroups, f.serverGroups)}.`,
      rich`A ${term('hello-retry-request', 'HelloRetryRequest')} would not help, because it may only ask for a group that the browser offered.`,
      rich`Without a group there is no ${term('shared-secret')}, so the server closes with ${code(f.fault.alert)}.`,
    ),
  'no-common-signature-scheme': (f) =>
    sentences(
      rich`The server’s certificate has an ${f.keyType} key, and the browser offers no ${term('signature-scheme')} that this key can make.`,
      rich`Without a signature the browser could not tell the server from Mallory, so the server closes with ${code(f.fault.alert)}.`,
    ),
  'no-common-protocol': (f) =>
    sentences(
      rich`The server finds no protocol in both ${term('alpn', 'ALPN')} lists: ${lists(f.browserAlpn, f.serverAlpn)}.`,
      rich`It must then close with ${code(f.fault.alert)}: bytes that one side means as one protocol and the other reads as another are how cross-protocol attacks begin.`,
    ),
  'no-common-version': (f) =>
    sentences(
      f.serverVersions.length === 0
        ? rich`The browser offers at most ${f.browserVersions[0] ?? '?'}, and this server does not speak it.`
        : rich`The browser offers at most ${f.browserVersions[0] ?? '?'}, and this server speaks only ${and(f.serverVersions)}.`,
      rich`The version field is all it looks at: whatever else the two might have in common, ${party(f.fault.by)} closes with ${code(f.fault.alert)}.`,
      rich`Versions before TLS 1.2 were retired in 2021 (RFC 8996), because no one can vouch for them any more.`,
    ),
};

/** What the browser offers, what the server accepts; one half where the other is not known. */
function lists(browser: readonly string[], server: readonly string[]): Rich {
  const offered = rich`the browser offers ${and(browser.map(code))}`;
  return server.length === 0 ? offered : rich`${offered}, the server accepts only ${and(server.map(code))}`;
}
