/** English explanations of the steps around pre-shared keys and early data. */
import { code, rich, sentences, term, type Rich } from '../rich.ts';
import type { FactsOf, OfferedPskFacts } from '../step-facts.ts';
import type { StepWords } from '../words.ts';
import { count } from './grammar.ts';

type PskCase =
  | 'verify-binder'
  | 'derive-early-keys'
  | 'early-data'
  | 'end-of-early-data'
  | 'new-session-ticket';

export const pskSteps: Pick<StepWords['cases'], PskCase> = {
  'verify-binder': (f) => ({
    title: f.found === undefined ? 'Look up the pre-shared key' : 'Check the binder',
    body: f.found === undefined ? notFound(f) : found(f),
  }),

  'derive-early-keys': (f) => ({
    title: 'Derive early keys',
    body: sentences(
      rich`From the ${term('psk', 'pre-shared key')} and the hash of the ClientHello ${f.by === 'both' ? 'both sides derive' : `the ${f.by} derives`} ${f.aead === undefined || f.keyBytes === undefined ? 'a key' : rich`an ${f.aead} key of ${f.keyBytes} bytes`} for data that goes ahead of the handshake.`,
      rich`Nothing fresh from the server is in it: that is why such data can be replayed, and why it has no ${term('forward-secrecy')}.`,
      f.by === 'browser' ? rich`The server never makes this key in this run.` : undefined,
    ),
  }),

  'early-data': (f) => ({
    title: 'Early data (0-RTT)',
    body: sentences(
      rich`The browser sends ${f.line === undefined ? '' : rich`${code(f.line)}, `}${count(f.dataBytes, 'byte', 'bytes')}, together with its hello: no round trip before the first request.`,
      f.accepted === undefined
        ? undefined
        : f.accepted
          ? rich`The server reads it before it knows that anybody is there at this moment.`
          : rejected(f.reason),
      f.accepted === false
        ? rich`The ${f.wireBytes} bytes were for nothing; the browser sends the request again once the handshake is done.`
        : rich`Mallory cannot read it, but can send the same ${f.wireBytes} bytes again to another server that shares the ticket key: only requests that may happen twice belong here.`,
    ),
  }),

  'end-of-early-data': (f) => ({
    title: 'EndOfEarlyData',
    body: sentences(
      rich`The browser marks the end of its ${f.dataBytes} bytes of ${term('early-data', 'early data')}, as the last message under the early keys.`,
      rich`It is part of the ${term('transcript')}, so nobody can cut the early data short without being noticed.`,
      rich`From here on the browser writes under its ${term('handshake-keys', 'handshake keys')}.`,
    ),
  }),

  'new-session-ticket': (f) => ({
    title: f.place.of > 1 ? `NewSessionTicket ${f.place.place} of ${f.place.of}` : 'NewSessionTicket',
    body: sentences(
      rich`The server hands the browser a ${term('session-ticket', 'ticket')} of ${f.ticketBytes} bytes, good for ${f.lifetime} seconds; each ticket should be used once, so that Eve cannot link two visits by it.`,
      rich`Both derive a ${term('psk', 'pre-shared key')} from the resumption secret and the ticket’s nonce: with it the browser can come back without certificates.`,
      f.earlyData > 0
        ? rich`It also permits ${f.earlyData} bytes of ${term('early-data', 'early data')}, which an attacker can replay.`
        : undefined,
    ),
  }),
};

/** What a ClientHello says about its PSK. */
export function offersPsk(psk: OfferedPskFacts): Rich {
  const binder = rich`a ${term('binder')} of ${psk.binderBytes} bytes shows that it has the key`;
  if (psk.kind === 'external') {
    const name = psk.identity === undefined ? '' : rich` named ${code(psk.identity)}`;
    return rich`It also offers a ${term('psk', 'pre-shared key')}${name} that both got by other means; ${binder}.`;
  }
  const age = psk.age === undefined ? '' : rich`, ${seconds(psk.age)} old`;
  return rich`It also offers to resume: a ${term('session-ticket', 'ticket')} of ${psk.identityBytes} bytes${age}; ${binder}${psk.earlyData ? rich`, and ${term('early-data', 'early data')} follows` : ''}.`;
}

/** How the ServerHello answered the offer of a PSK. */
export function answersPsk(f: FactsOf<'server-hello'>): Rich | undefined {
  if (f.psk !== undefined) {
    const exchange =
      f.share === undefined
        ? rich`It does so without a key exchange: who learns the key later can read this recording (no ${term('forward-secrecy')}).`
        : rich`No certificate is needed; the key shares still give ${term('forward-secrecy')}.`;
    return rich`It takes the ${term('psk', 'pre-shared key')}${f.psk === 'resumption' ? ' of the ticket' : ''}. ${exchange}`;
  }
  return f.pskOffered
    ? rich`It does not take the ${term('psk', 'pre-shared key')} on offer, so this becomes a full handshake with certificates.`
    : undefined;
}

function found(f: FactsOf<'verify-binder'>): Rich {
  if (!f.accepted) {
    return sentences(
      rich`The server knows the ${term('psk', 'pre-shared key')} that is named, computes the ${term('binder')} over the hello itself, and gets something else.`,
      rich`Either the browser does not have that key, or the hello was changed on the way.`,
    );
  }
  return sentences(
    f.found === 'resumption'
      ? rich`The server opens the ${term('session-ticket', 'ticket')} with a key only it has, and finds its own state in it: the ${term('psk', 'pre-shared key')}, the suite, the time.`
      : rich`The server finds the ${term('psk', 'pre-shared key')} under the name the browser gives.`,
    rich`It computes the ${term('binder')} over the hello itself${f.hash === undefined ? '' : ` (HMAC-${f.hash})`}, and it is the same: whoever sent this hello has the key.`,
    f.ageReported === undefined || f.ageHere === undefined
      ? undefined
      : rich`The browser says the ticket is ${seconds(f.ageReported)} old, the server counts ${seconds(f.ageHere)}.`,
    decision(f.earlyData, f.keepsList),
  );
}

function decision(verdict: string | undefined, keepsList: boolean | undefined): Rich | undefined {
  if (verdict === undefined) return undefined;
  return verdict === 'accepted'
    ? rich`The ages agree${keepsList === false ? '' : ' and it has not seen this hello before'}, so it takes the ${term('early-data', 'early data')}.`
    : rejected(verdict);
}

function notFound(f: FactsOf<'verify-binder'>): Rich {
  return sentences(
    rich`The server looks at ${count(f.offered, 'identity', 'identities')} and can use none: ${(f.passedOver === undefined ? undefined : reasons[f.passedOver]) ?? 'it does not know them'}.`,
    rich`That is no fault. It goes on as if nothing had been offered, and proves itself with its certificate.`,
  );
}

const reasons: Readonly<Record<string, string>> = {
  unknown: 'it does not know the name, or cannot open the ticket with its key',
  expired: 'the ticket is past its lifetime',
  used: 'the ticket has been used, and each is good for one connection',
  'other-name': 'the ticket was given out for another host name',
  'other-hash': 'the key goes with another hash than the chosen suite’s',
  'client-unknown': 'it insists on a client certificate, and none was shown when the ticket was made',
  'no-common-mode': 'the two sides have no mode of using it in common',
};

function rejected(reason: string | undefined): Rich {
  const why = (reason === undefined ? undefined : refusals[reason]) ?? 'it does not have to say why';
  return rich`The server passes over the ${term('early-data', 'early data')} unread: ${why}.`;
}

const refusals: Readonly<Record<string, string>> = {
  refused: 'it may do so at any time, and here it is set to',
  retried: 'after a HelloRetryRequest there is no early data',
  'no-psk': 'the first pre-shared key was not taken, and it was protected with that',
  'not-allowed': 'this ticket does not permit it',
  'other-suite': 'it was protected with another suite than the chosen one',
  'other-protocol': 'the protocol is another one than in the first connection',
  stale: 'the age the browser states does not fit, as with a recording that is played later',
  replayed: 'it has seen this very hello before',
};

/** '4 minutes', '90 seconds', '0.5 seconds'. */
function seconds(milliseconds: number): Rich {
  const whole = milliseconds / 1000;
  if (whole >= 120 && whole % 60 === 0) return rich`${whole / 60} minutes`;
  const tenths = Math.round(whole * 10) / 10;
  return Number.isInteger(tenths) ? count(tenths, 'second', 'seconds') : rich`${String(tenths)} seconds`;
}
