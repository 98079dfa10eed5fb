/** The two sides have nothing in common: which lists did not meet, and why the server cannot go on. */
import type { FactsOf } from '../step-facts.ts';
import type { Rich } from '../rich.ts';
import type { StepText } from '../words.ts';
import { code, rich, sentences, term } from '../rich.ts';
import { and, der } from './grammar.ts';

type Failure = FactsOf<'negotiation-failure'>;

export function negotiationFailure(f: Failure): StepText {
  const text = texts[f.fault.code];
  return {
    title: 'Aushandeln',
    body: text
      ? text(f)
      : rich`Hier findet ${der(f.fault.by)} einen Fehler (${code(f.fault.code)}) und antwortet mit ${code(f.fault.alert)}.`,
  };
}

const texts: Readonly<Record<string, (f: Failure) => Rich>> = {
  'no-common-cipher-suite': (f) =>
    sentences(
      rich`Der Server vergleicht die Listen und findet keine ${term('cipher-suite', 'Cipher Suite')}, die in beiden steht: ${lists(f.browserSuites, f.serverSuites)}.`,
      rich`Ohne gemeinsame Suite ließe sich kein einziges Byte schützen, also schließt der Server mit ${code(f.fault.alert)}.`,
    ),
  'no-common-group': (f) =>
    sentences(
      rich`Der Server vergleicht die Listen und findet keine ${term('group', 'Gruppe')}, die in beiden steht: ${lists(f.browserGroups, f.serverGroups)}.`,
      rich`Ein ${term('hello-retry-request', 'HelloRetryRequest')} würde nicht helfen, denn es darf nur eine Gruppe verlangen, die der Browser angeboten hat.`,
      rich`Ohne Gruppe gibt es kein ${term('shared-secret', 'gemeinsames Geheimnis')}, also schließt der Server mit ${code(f.fault.alert)}.`,
    ),
  'no-common-signature-scheme': (f) =>
    sentences(
      rich`Das Zertifikat des Servers hat einen Schlüssel der Art ${f.keyType}, und der Browser bietet kein ${term('signature-scheme', 'Signaturverfahren')} an, das zu ihm passt.`,
      rich`Ohne Signatur könnte der Browser den Server nicht von Mallory unterscheiden, also schließt der Server mit ${code(f.fault.alert)}.`,
    ),
  'no-common-protocol': (f) =>
    sentences(
      rich`Der Server findet kein Protokoll, das in beiden ${term('alpn', 'ALPN')}-Listen steht: ${lists(f.browserAlpn, f.serverAlpn)}.`,
      rich`Er muss dann mit ${code(f.fault.alert)} schließen: Bytes, die eine Seite als das eine Protokoll meint und die andere als ein anderes liest, sind der Anfang von Cross-Protocol-Angriffen.`,
    ),
  'no-common-version': (f) =>
    sentences(
      f.serverVersions.length === 0
        ? rich`Der Browser bietet höchstens ${f.browserVersions[0] ?? '?'} an, und das spricht dieser Server nicht.`
        : rich`Der Browser bietet höchstens ${f.browserVersions[0] ?? '?'} an, und dieser Server spricht nur ${and(f.serverVersions)}.`,
      rich`Mehr als das Versionsfeld sieht er sich nicht an: Was die beiden sonst gemeinsam haben, zählt nicht, und ${der(f.fault.by)} schließt mit ${code(f.fault.alert)}.`,
      rich`Versionen vor TLS 1.2 wurden 2021 außer Dienst gestellt (RFC 8996), weil niemand mehr für sie bürgen kann.`,
    ),
};

/** What the browser offers, what the server accepts; one half where the other is not known. */
function lists(browser: readonly string[], server: readonly string[]): Rich {
  const offered = rich`Der Browser bietet ${and(browser.map(code))} an`;
  return server.length === 0 ? offered : rich`${offered}, der Server akzeptiert nur ${and(server.map(code))}`;
}
