/** German explanations of the steps around pre-shared keys and early data. */
import { code, rich, sentences, term, type Rich } from '../rich.ts';
import type { FactsOf, OfferedPskFacts } from '../step-facts.ts';
import type { StepWords } from '../words.ts';
import { bytes, count } from './grammar.ts';
import { decimal } from './numbers.ts';

type PskCase =
  | 'verify-binder'
  | 'derive-early-keys'
  | 'early-data'
  | 'end-of-early-data'
  | 'new-session-ticket';

export const pskSteps: Pick<StepWords['cases'], PskCase> = {
  'verify-binder': (f) => ({
    title: f.found === undefined ? 'Pre-Shared Key suchen' : 'Binder prüfen',
    body: f.found === undefined ? notFound(f) : found(f),
  }),

  'derive-early-keys': (f) => ({
    title: 'Early-Data-Schlüssel ableiten',
    body: sentences(
      rich`Aus dem ${term('psk', 'Pre-Shared Key')} und dem Hash des ClientHello ${f.by === 'both' ? 'leiten beide Seiten' : `leitet der ${f.by === 'server' ? 'Server' : 'Browser'}`} einen ${f.aead === undefined || f.keyBytes === undefined ? 'Schlüssel' : rich`${f.aead}-Schlüssel von ${bytes(f.keyBytes)}`} ab, für Daten, die dem Handshake vorausgehen.`,
      rich`Nichts Neues vom Server steckt darin: Darum lassen sich solche Daten noch einmal einspielen (Replay), und darum haben sie keine ${term('forward-secrecy', 'Forward Secrecy')}.`,
      f.by === 'browser' ? rich`Der Server leitet diesen Schlüssel in diesem Durchlauf nie ab.` : undefined,
    ),
  }),

  'early-data': (f) => ({
    title: 'Early Data (0-RTT)',
    body: sentences(
      rich`Der Browser sendet ${f.line === undefined ? '' : rich`${code(f.line)}, `}${bytes(f.dataBytes)}, zusammen mit seinem Hello: kein Roundtrip vor der ersten Anfrage.`,
      f.accepted === undefined
        ? undefined
        : f.accepted
          ? rich`Der Server liest sie, bevor er weiß, dass in diesem Augenblick jemand da ist.`
          : rejected(f.reason),
      f.accepted === false
        ? rich`Die ${bytes(f.wireBytes)} waren umsonst; der Browser sendet die Anfrage noch einmal, sobald der Handshake fertig ist.`
        : rich`Mallory kann sie nicht lesen, aber dieselben ${bytes(f.wireBytes)} noch einmal an einen anderen Server senden, der denselben Ticketschlüssel hat: Hierher gehören nur Anfragen, die zweimal ankommen dürfen.`,
    ),
  }),

  'end-of-early-data': (f) => ({
    title: 'EndOfEarlyData',
    body: sentences(
      rich`Der Browser zeigt das Ende seiner ${f.dataBytes} Bytes ${term('early-data', 'Early Data')} an, mit der letzten Nachricht unter deren Schlüsseln.`,
      rich`Sie ist Teil des ${term('transcript', 'Transkripts')}, also kann niemand die Early Data unbemerkt kürzen.`,
      rich`Ab hier schreibt der Browser unter seinen ${term('handshake-keys', 'Handshake-Schlüsseln')}.`,
    ),
  }),

  'new-session-ticket': (f) => ({
    title: f.place.of > 1 ? `NewSessionTicket ${f.place.place} von ${f.place.of}` : 'NewSessionTicket',
    body: sentences(
      rich`Der Server gibt dem Browser ein ${term('session-ticket', 'Ticket')} von ${bytes(f.ticketBytes)}, gültig für ${f.lifetime} Sekunden; jedes soll nur einmal verwendet werden, damit Eve nicht zwei Besuche daran verknüpft.`,
      rich`Beide leiten aus dem Resumption Secret und der Nonce des Tickets einen ${term('psk', 'Pre-Shared Key')} ab: Mit ihm kann der Browser ohne Zertifikate wiederkommen.`,
      f.earlyData > 0
        ? rich`Es erlaubt auch ${bytes(f.earlyData)} ${term('early-data', 'Early Data')}, die ein Angreifer noch einmal einspielen kann.`
        : undefined,
    ),
  }),
};

/** What a ClientHello says about its PSK. */
export function offersPsk(psk: OfferedPskFacts): Rich {
  const binder = rich`ein ${term('binder', 'Binder')} von ${bytes(psk.binderBytes)} zeigt, dass er den Schlüssel hat`;
  if (psk.kind === 'external') {
    const name = psk.identity === undefined ? '' : rich` namens ${code(psk.identity)}`;
    return rich`Dazu bietet er einen ${term('psk', 'Pre-Shared Key')}${name} an, den beide auf anderem Weg bekommen haben; ${binder}.`;
  }
  const age = psk.age === undefined ? '' : rich`, ${seconds(psk.age)} alt`;
  return rich`Dazu bietet er die Wiederaufnahme an: ein ${term('session-ticket', 'Ticket')} von ${bytes(psk.identityBytes)}${age}; ${binder}${psk.earlyData ? rich`, und ${term('early-data', 'Early Data')} folgen` : ''}.`;
}

/** How the ServerHello answered the offer of a PSK. */
export function answersPsk(f: FactsOf<'server-hello'>): Rich | undefined {
  if (f.psk !== undefined) {
    const exchange =
      f.share === undefined
        ? rich`Einen Schlüsselaustausch gibt es nicht: Wer den Schlüssel später erfährt, kann diesen Mitschnitt lesen (keine ${term('forward-secrecy', 'Forward Secrecy')}).`
        : rich`Ein Zertifikat braucht es nicht; die Key Shares sorgen weiter für ${term('forward-secrecy', 'Forward Secrecy')}.`;
    return rich`Er nimmt den ${term('psk', 'Pre-Shared Key')}${f.psk === 'resumption' ? ' des Tickets' : ''} an. ${exchange}`;
  }
  return f.pskOffered
    ? rich`Den angebotenen ${term('psk', 'Pre-Shared Key')} nimmt er nicht an, also wird es ein voller Handshake mit Zertifikaten.`
    : undefined;
}

function found(f: FactsOf<'verify-binder'>): Rich {
  if (!f.accepted) {
    return sentences(
      rich`Der Server kennt den genannten ${term('psk', 'Pre-Shared Key')}, berechnet den ${term('binder', 'Binder')} über das Hello selbst und erhält etwas anderes.`,
      rich`Entweder hat der Browser diesen Schlüssel nicht, oder das Hello wurde unterwegs verändert.`,
    );
  }
  return sentences(
    f.found === 'resumption'
      ? rich`Der Server öffnet das ${term('session-ticket', 'Ticket')} mit einem Schlüssel, den nur er hat, und findet darin seinen eigenen Zustand: ${term('psk', 'Pre-Shared Key')}, Suite, Zeit.`
      : rich`Der Server findet den ${term('psk', 'Pre-Shared Key')} unter dem Namen, den der Browser nennt.`,
    rich`Er berechnet den ${term('binder', 'Binder')} über das Hello selbst${f.hash === undefined ? '' : ` (HMAC-${f.hash})`}, und es ist derselbe: Wer dieses Hello gesendet hat, hat den Schlüssel.`,
    f.ageReported === undefined || f.ageHere === undefined
      ? undefined
      : rich`Laut Browser ist das Ticket ${seconds(f.ageReported)} alt, der Server zählt ${seconds(f.ageHere)}.`,
    decision(f.earlyData, f.keepsList),
  );
}

function decision(verdict: string | undefined, keepsList: boolean | undefined): Rich | undefined {
  if (verdict === undefined) return undefined;
  return verdict === 'accepted'
    ? rich`Das Alter passt${keepsList === false ? '' : ', und dieses Hello hat er noch nicht gesehen'}, also nimmt er die ${term('early-data', 'Early Data')} an.`
    : rejected(verdict);
}

function notFound(f: FactsOf<'verify-binder'>): Rich {
  return sentences(
    rich`Der Server sieht sich ${count(f.offered, 'Identität', 'Identitäten')} an und kann keine verwenden: ${(f.passedOver === undefined ? undefined : reasons[f.passedOver]) ?? 'Er kennt sie nicht'}.`,
    rich`Das ist kein Fehler. Er macht weiter, als wäre nichts angeboten worden, und weist sich mit seinem Zertifikat aus.`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  unknown: 'Er kennt den Namen nicht oder kann das Ticket mit seinem Schlüssel nicht öffnen',
  expired: 'Das Ticket ist abgelaufen',
  used: 'Das Ticket ist verbraucht, und jedes gilt für eine Verbindung',
  'other-name': 'Das Ticket wurde für einen anderen Hostnamen ausgegeben',
  'other-hash': 'Zum Schlüssel gehört ein anderer Hash als zur gewählten Suite',
  'client-unknown':
    'Er besteht auf einem Client-Zertifikat, und als das Ticket entstand, wurde keines gezeigt',
  'no-common-mode': 'Die beiden haben keine gemeinsame Art, ihn zu verwenden',
};

function rejected(reason: string | undefined): Rich {
  const why = (reason === undefined ? undefined : refusals[reason]) ?? 'Warum, muss er nicht sagen';
  return rich`Der Server übergeht die ${term('early-data', 'Early Data')} ungelesen: ${why}.`;
}

const refusals: Readonly<Record<string, string>> = {
  refused: 'Das darf er jederzeit, und hier ist er so eingestellt',
  retried: 'Nach einem HelloRetryRequest gibt es keine Early Data',
  'no-psk': 'Der erste Pre-Shared Key wurde nicht angenommen, und mit dem waren sie geschützt',
  'not-allowed': 'Dieses Ticket erlaubt sie nicht',
  'other-suite': 'Geschützt waren sie mit einer anderen Suite als der gewählten',
  'other-protocol': 'Das Protokoll ist ein anderes als in der ersten Verbindung',
  stale:
    'Das Alter, das der Browser nennt, passt nicht, wie bei einem Mitschnitt, der später eingespielt wird',
  replayed: 'Genau dieses Hello hat er schon gesehen',
};

/** '4 Minuten', '90 Sekunden', '0,5 Sekunden'. */
function seconds(milliseconds: number): Rich {
  const whole = milliseconds / 1000;
  if (whole >= 120 && whole % 60 === 0) return rich`${whole / 60} Minuten`;
  const tenths = Math.round(whole * 10) / 10;
  return Number.isInteger(tenths)
    ? count(tenths, 'Sekunde', 'Sekunden')
    : rich`${decimal(tenths, 1)} Sekunden`;
}
