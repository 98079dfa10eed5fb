/** English explanations of the steps: what happens, why it has to, what would go wrong without it. */
import { code, join, rich, sentences, term } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Choice, FactsOf, PathFacts, ShareFacts } from '../step-facts.ts';
import type { AlertName } from '../../tls/registry/alerts.ts';
import type { StepWords } from '../words.ts';
import { alertNotes, alerts } from './alerts.ts';
import { chainInvalid } from './chain-failures.ts';
import { negotiationFailure } from './negotiation-failures.ts';
import { answersPsk, offersPsk, pskSteps } from './psk-steps.ts';
import { tls12Steps } from './steps-tls12.ts';
import { and, count, or, other, party, Party, place, shareContents } from './grammar.ts';

export const steps: StepWords = {
  cases: {
    ...tls12Steps,

    'client-hello': (f) => ({
      title: 'ClientHello',
      body: sentences(...(f.failure ? [negotiationFailure(f.failure).body] : clientHello(f))),
    }),

    'second-client-hello': (f) => ({
      title: 'ClientHello, again',
      body: sentences(
        f.replaced.length > 0
          ? rich`The browser repeats its hello, now with ${shares(f.shares)} instead of ${f.replaced.length === 1 ? 'the one' : 'those'} for ${and(f.replaced.map(code))}${f.cookieBytes === undefined ? '' : rich`, and hands back the server’s ${term('cookie')} of ${f.cookieBytes} bytes`}.`
          : rich`The browser repeats its hello${f.cookieBytes === undefined ? '' : rich` and hands back the server’s ${term('cookie')} of ${f.cookieBytes} bytes`}; its key shares stay the same.`,
        f.failure && negotiationFailure(f.failure).body,
        f.failure === undefined
          ? rich`Apart from that it must be the same hello: same ${term('random')}, same offers.`
          : undefined,
        f.failure === undefined
          ? rich`Both hellos count: the first one stays in the ${term('transcript')} as a hash.`
          : undefined,
      ),
    }),

    'hello-retry-request': (f) => ({
      title: 'HelloRetryRequest',
      body: sentences(
        f.group === undefined
          ? rich`The server asks the browser to repeat its hello with a ${term('cookie')} of ${f.cookieBytes ?? 0} bytes.`
          : rich`The server wants ${code(f.group.name)}${because(f.group)}, but the browser sent ${f.sharesSent.length === 0 ? 'no key share' : rich`a ${term('key-share')} only for ${and(f.sharesSent.map(code))}`}. It asks for a share of that group${f.cookieBytes === undefined ? '' : rich` and for a ${term('cookie')} of ${f.cookieBytes} bytes to be returned`}.`,
        f.group === undefined
          ? rich`A browser that returns it can be reached at its address, and the server need not remember anything until then.`
          : rich`Both know the group, so all it costs is one round trip.`,
        rich`In form it is a ServerHello, told apart by a fixed random.`,
      ),
    }),

    'server-hello': (f) => ({
      title: 'ServerHello',
      body: sentences(
        rich`The server picks ${code(f.suite.name)}${because(f.suite)}.`,
        f.share === undefined
          ? undefined
          : rich`Its ${term('key-share')} is for ${code(f.share.group)}${f.askedFor ? ', the group it had asked for' : sameRule(f.group)}: ${count(f.share.bytes, 'byte', 'bytes')}, ${shareContents(f.share.parts)}.`,
        answersPsk(f),
        f.psk === undefined
          ? rich`Both sides can now compute the ${term('shared-secret')}; Eve cannot.`
          : undefined,
      ),
    }),

    'negotiation-failure': negotiationFailure,

    'derive-handshake-keys': (f) => ({
      title: 'Derive handshake keys',
      body: sentences(
        f.psk !== undefined && f.secrets.length === 0
          ? rich`Both sides hold the same ${term('psk', 'pre-shared key')} and nothing else: without a key exchange a string of zeros takes its place.`
          : f.secrets.length > 1
            ? rich`Both sides now hold the same ${term('shared-secret')}: ${and(f.secrets.map((s) => rich`${s.bytes} bytes from ${s.name}`))}; Eve would have to break both.`
            : f.secrets[0] === undefined
              ? rich`Both sides now hold the same ${term('shared-secret')}.`
              : rich`Both sides now hold the same ${term('shared-secret')}, ${f.secrets[0].bytes} bytes from ${f.secrets[0].name}.`,
        rich`The ${term('key-schedule')} ${f.psk === undefined || f.secrets.length === 0 ? '' : rich`starts from the ${term('psk', 'pre-shared key')}, `}mixes in the ${f.hash === undefined ? '' : `${f.hash} `}hash of ${f.afterRetry ? 'all hellos' : 'both hellos'} and gives each direction a ${term('traffic-secret')}${f.aead === undefined ? '' : rich`, ${f.aead} key and IV`}.`,
        rich`Had Mallory changed a hello, the keys would differ.`,
      ),
    }),

    'encrypted-extensions': (f) => ({
      title: 'EncryptedExtensions',
      body: sentences(
        f.extensions.length === 0
          ? rich`The server has nothing to add and says so: the message is mandatory even when it is empty.`
          : rich`The server ${and(
              [
                f.alpn === undefined
                  ? ''
                  : rich`picks ${code(f.alpn.name)} by ${term('alpn', 'ALPN')}${f.alpn.inBrowserList === undefined ? '' : rich` (${place(f.alpn.inBrowserList)} in the browser’s list)`}`,
                f.serverNameAcknowledged
                  ? rich`confirms that it used ${term('server-name', 'server_name')}`
                  : '',
                f.earlyData === 'accepted' ? rich`takes the ${term('early-data', 'early data')}` : '',
                f.extensions.includes('supported_groups') ? 'lists its groups for the next connection' : '',
                others(f.extensions),
              ].filter((part) => part !== ''),
            )}.`,
        f.alpnUnanswered
          ? rich`The browser’s ${term('alpn', 'ALPN')} list gets no answer, so no protocol is agreed on.`
          : undefined,
        f.earlyData === 'rejected'
          ? rich`It says nothing of ${term('early-data', 'early data')}, and that means: not taken.`
          : undefined,
        f.psk
          ? rich`No certificate follows: the ${term('psk', 'pre-shared key')} says who the server is, and its Finished comes next.`
          : rich`This is the first message under ${term('handshake-keys', 'handshake keys')}: in TLS 1.2 such answers stood in ServerHello for everyone to read${f.bytes > 0 ? rich`, here Eve counts ${f.bytes} encrypted bytes` : ''}.`,
      ),
    }),

    'certificate-request': (f) => ({
      title: 'CertificateRequest',
      body: sentences(
        rich`The server asks the browser for a ${term('certificate')} too${f.authorities.length === 0 ? '' : rich`: one that leads to ${or(f.authorities)}`}, with a signature by one of ${count(f.schemes, 'scheme', 'schemes')}.`,
        f.late
          ? rich`It asks now that the connection stands, because what was requested needs to know who asks; the browser had said that it may.`
          : rich`Only a server that shows a certificate itself may ask.`,
        f.required === undefined
          ? undefined
          : f.required
            ? rich`Here it insists: without a certificate it will close.`
            : rich`Here it only asks: without a certificate it goes on and does not know who the browser is.`,
      ),
    }),

    certificate: (f) => {
      const [leaf] = f.certificates;
      const issuers = f.above;
      const root = f.certificates.find((c) => c.role === 'root' && c !== leaf);
      const to = party(other(f.from));
      const name = leaf && rich`${f.from === 'server' ? 'for' : 'of'} ${code(leaf.name)}`;
      const eve =
        f.sealedBytes === 0
          ? f.readable
            ? rich`It goes in the clear, so Eve reads whose it is; TLS 1.3 encrypts it.`
            : undefined
          : f.from === 'server'
            ? rich`Eve counts ${f.sealedBytes} encrypted bytes but cannot tell whose certificate it is.`
            : rich`Eve counts ${f.sealedBytes} encrypted bytes; in TLS 1.2 she could have read who it is.`;
      if (leaf === undefined) {
        return {
          title: 'Certificate, empty',
          body: rich`${Party(f.from)} sends a list of 0 certificates. A server that authenticates by certificate must send one.`,
        };
      }
      return {
        title: 'Certificate',
        body: sentences(
          leaf.role !== 'leaf'
            ? rich`${Party(f.from)} sends ${count(f.certificates.length, 'certificate', 'certificates')}, and the first one, ${leaf.name}, is no ${term('leaf')}: the first must belong to ${party(f.from)} itself.`
            : issuers.length === 0
              ? rich`${Party(f.from)} sends its ${leaf.key} ${term('certificate')} ${name}, and no certificate of the issuer, ${leaf.issuer}.`
              : issuers.length === 1
                ? rich`${Party(f.from)} sends its ${leaf.key} ${term('certificate')} ${name} and the ${term('intermediate')} of its issuer, ${and(issuers.map((c) => c.name))}.`
                : rich`${Party(f.from)} sends its ${leaf.key} ${term('certificate')} ${name} and, one above the other, the ${term('intermediate', 'intermediate certificates')} ${and(issuers.map((c) => c.name))}.`,
          leaf.role !== 'leaf'
            ? undefined
            : root !== undefined
              ? rich`The ${term('root')} ${root.name} is there as well, ${root.bytes} bytes for nothing: ${to} trusts a root because it is in its own store, never because it was sent.`
              : issuers.length === 0
                ? f.issuerRequested
                  ? rich`That is the authority ${to} asked for, so ${to} has its certificate.`
                  : rich`${Party(other(f.from))} can check it only if it has the issuer’s certificate from somewhere else.`
                : issuers.length === 1
                  ? rich`${Party(other(f.from))} needs both to reach a ${term('root')} it trusts; the root itself must already be there.`
                  : rich`${Party(other(f.from))} needs such a line of issuers up to a ${term('root')} it trusts; the root itself must already be there.`,
          f.strangers.length === 0 || leaf.role !== 'leaf'
            ? undefined
            : rich`${and(f.strangers.map((c) => c.name))} ${f.strangers.length === 1 ? 'comes' : 'come'} along, though no certificate of this line names ${f.strangers.length === 1 ? 'it' : 'them'} as its issuer.`,
          f.stapleBytes === 0
            ? undefined
            : rich`Stapled to it is what the authority says about its ${term('revocation')}: an OCSP answer of ${f.stapleBytes} bytes, signed and dated.`,
          eve,
        ),
      };
    },

    'empty-certificate': (f) => ({
      title: 'Certificate, empty',
      body: sentences(
        rich`The browser was asked for a ${term('certificate')}, has none to offer, and must say so: it sends a list of 0 entries.`,
        rich`No CertificateVerify will follow, because there is no key to prove.`,
        f.required === undefined
          ? undefined
          : f.required
            ? rich`This server insists on one and will close with ${code('certificate_required')}.`
            : rich`This server goes on without knowing who the browser is.`,
      ),
    }),

    'chain-valid': (f) => ({
      title: f.subject === 'server' ? 'Validate chain' : 'Validate the browser’s chain',
      body: sentences(
        rich`${Party(other(f.subject))} finds a ${term('path')} ${pathOf(f)}, makes ${f.passed} checks on it, and trusts it because the ${term('root')} is ${f.subject === 'server' ? rich`in its ${term('root-store', 'store')}` : 'on its own list'}.`,
        f.subject === 'server'
          ? rich`On that root’s word this ${term('public-key')} belongs to ${code(f.host)}.`
          : rich`On that root’s word this ${term('public-key')} belongs to ${f.path[0] ?? 'the user'}.`,
        f.captured === true ? verdictOfLab : undefined,
        rich`Anyone could send this copy: whether ${party(f.subject)} has the private key is still open.`,
      ),
    }),

    'chain-invalid': (f) => {
      const text = chainInvalid(f);
      if (f.overruled === true) return { ...text, body: sentences(text.body, waved) };
      return f.captured === true ? { ...text, body: sentences(text.body, verdictOfLab) } : text;
    },

    'certificate-verify': (f) => ({
      title: 'CertificateVerify',
      body: sentences(
        rich`${Party(f.from)} signs the ${term('transcript-hash', 'hash')} of everything said so far with the ${term('private-key')} of its certificate: ${code(f.scheme)}${f.offered === undefined ? '' : rich`${f.firstFit ? ', the first that fits this key' : ''} (${place(f.offered)} in the ${other(f.from)}’s list)`}, ${count(f.signatureBytes, 'byte', 'bytes')}.`,
        rich`Only the holder of that key can make this ${term('signature')}, and it fits no other connection.`,
        {
          ecdsa: rich`Nothing is encrypted with it.`,
          ed25519: rich`Nothing is encrypted with it.`,
          'rsa-pss': rich`Nothing is encrypted with it; the padding must be PSS.`,
          'ml-dsa': rich`It is large, because it is built so that a quantum computer cannot forge it either; an ECDSA signature has about 70 bytes.`,
          other: undefined,
        }[f.family],
      ),
    }),

    'signature-verified': (f) => ({
      title: f.by === 'browser' ? 'Verify signature' : 'Verify the browser’s signature',
      body: sentences(
        rich`${Party(f.by)} puts together the same ${f.signedBytes === undefined ? '' : rich`${f.signedBytes} `}bytes from its own ${term('transcript')} and checks the ${term('signature')} with the ${term('public-key')}${f.leaf === undefined ? '' : rich` of ${code(f.leaf)}`}: it is valid.`,
        f.by === 'browser'
          ? rich`Now it knows that it talks to the holder of the private key${f.lockCloses ? ', and the lock closes' : ''}.`
          : rich`Now the server knows that it talks to the holder of that key.`,
        rich`${term('mallory', 'Mallory')} could have passed on the certificate, but not made this signature.`,
      ),
    }),

    'signature-rejected': (f) => ({
      title: f.by === 'browser' ? 'Verify signature' : 'Verify the browser’s signature',
      body: sentences(
        rich`${Party(f.by)} checks the ${term('signature')} with the ${term('public-key')}${f.leaf === undefined ? '' : rich` of ${code(f.leaf)}`}, and it is not valid for these messages.`,
        rich`Either the other side does not have the private key, or the two saw different messages.`,
        rich`A certificate without this proof is worth nothing, so ${party(f.by)} stops.`,
      ),
    }),

    finished: (f) => ({
      title: 'Finished',
      body: f.late
        ? lateFinished(f)
        : f.from === 'server'
          ? sentences(
              rich`The server sends a ${term('mac', 'MAC')} of ${f.verifyBytes} bytes over every message from ClientHello to ${f.lastCovered}, with a key only the two of them can derive.`,
              f.psk === undefined
                ? rich`If the browser computes the same, both saw the same messages and hold the same keys.`
                : rich`If the browser computes the same, the server has the ${term('psk', 'pre-shared key')}: that proves who it is, and the lock closes.`,
              rich`Had Mallory struck a suite from the offer, it would show here at the latest.`,
            )
          : sentences(
              rich`The browser answers with its own ${term('mac', 'MAC')} of ${f.verifyBytes} bytes, over everything up to ${f.lastCoveredFrom === 'server' ? 'the server’s' : 'its own'} ${f.lastCovered}.`,
              rich`Now the server knows as well that both saw the same messages and hold the same keys.`,
              f.clientAuthenticated
                ? rich`Together with the signature before, it ties the browser’s certificate to this connection.`
                : f.psk === 'external'
                  ? rich`And it knows who is there: somebody who has the ${term('psk', 'pre-shared key')}.`
                  : f.psk === 'resumption'
                    ? rich`It is the browser of the earlier connection, because nobody else has the ticket’s key.`
                    : rich`It still does not know who uses the browser, because nobody has proved that.`,
            ),
    }),

    'derive-application-keys': (f) => ({
      title: 'Derive application keys',
      body: sentences(
        rich`Both sides take the ${term('key-schedule')} one stage further, to the ${term('main-secret', 'Main Secret')}.`,
        rich`From it and the hash of everything up to the server’s Finished comes a new ${term('traffic-secret')}${f.aead === undefined ? '' : rich` and ${f.aead} key`} for each direction: the ${term('application-keys', 'application keys')}.`,
        rich`Eve has every byte so far and can compute none of them.`,
      ),
    }),

    'application-data': (f) => ({
      title: 'Application Data',
      body: sentences(
        rich`${Party(f.from)} sends ${f.line === undefined ? '' : rich`${code(f.line)}, `}${count(f.dataBytes, 'byte', 'bytes')} of data in ${count(f.records, term('record'), term('record', 'records'))} of ${f.wireBytes} bytes${f.padding > 0 ? rich`, ${f.padding} of them ${term('padding')}` : ''}.`,
        f.first
          ? rich`${f.aead ?? 'The cipher'} encrypts it and adds a ${term('tag')} in one go: Eve cannot read it, and Mallory cannot change a bit without the record being thrown out.`
          : rich`Each record has its own number and its own ${term('nonce')}, so if one is repeated, dropped or moved, the next does not open.`,
        f.afterKeyUpdate
          ? rich`It is sealed with the renewed key.`
          : f.padding > 0
            ? rich`The padding hides how long the data really is.`
            : rich`What Eve still learns is who talks to whom, when and how much.`,
      ),
    }),

    ...pskSteps,

    'key-update': (f) => ({
      title: 'KeyUpdate',
      body: sentences(
        rich`${Party(f.from)} replaces its sending key: the next ${term('traffic-secret')} is derived from the current one, and the old one should be erased.`,
        rich`The derivation runs one way, so whoever steals the new secret cannot open what was sent before.`,
        f.answer
          ? rich`This is the answer to the other side’s request: now both directions have new keys.`
          : f.updateRequested
            ? rich`It asks ${party(other(f.from))} to do the same.`
            : rich`It does not ask for the other direction, so ${party(other(f.from))} keeps its key.`,
      ),
    }),

    'close-notify': (f) => ({
      title: 'Alert: close_notify',
      body: sentences(
        rich`${Party(f.from)} says that no more data will come from it.`,
        f.second
          ? rich`Now both directions are closed in order, and the keys can be erased.`
          : f.answered
            ? rich`In TLS 1.2 ${party(other(f.from))} must answer with its own at once and drop what it still wanted to say.`
            : rich`The other direction stays open until ${party(other(f.from))} closes it too.`,
        f.protected
          ? rich`Without this ${term('alert')} Mallory could cut the connection after any record and pass off a part as the whole (${term('truncation')}); she cannot forge it, because it is encrypted.`
          : undefined,
      ),
    }),

    'hello-inside': (f) => ({
      title: 'ClientHello inside the connection',
      body: sentences(
        rich`A ClientHello of ${f.bytes} bytes travels in a connection that already stands, under its keys${f.serverName === null ? '' : rich`, for ${code(f.serverName)}`}: to the server it asks for a new handshake.`,
        f.bound
          ? rich`Its ${code('renegotiation_info')} repeats the browser’s Finished of the handshake before: nobody else can have made that one (RFC 5746).`
          : rich`It is a first hello: its ${code('renegotiation_info')} is empty and names no handshake before it. Whoever made it may know nothing of the data in front of it.`,
      ),
    }),

    alert: (f) => ({
      title: f.alert === undefined ? `Alert ${f.code}` : `Alert: ${f.alert}`,
      body:
        f.warning && f.alert !== undefined
          ? warning(f, f.alert)
          : sentences(
              f.alert === undefined
                ? rich`${Party(f.from)} sends an ${term('alert')} with number ${f.code}, which the registry does not know.`
                : f.noticedAt === undefined
                  ? rich`${Party(f.from)} closes with ${code(f.alert)} (${f.code}): ${alerts[f.alert]}.`
                  : f.reason === undefined || alertNotes[f.reason] === undefined
                    ? rich`Because of step ${f.noticedAt} ${party(f.from)} closes with ${code(f.alert)} (${f.code}): ${alerts[f.alert]}.`
                    : rich`Because of step ${f.noticedAt} ${party(f.from)} closes with ${code(f.alert)} (${f.code}).`,
              f.reason === undefined ? undefined : alertNotes[f.reason],
              f.level === 'plaintext'
                ? rich`There are no shared keys yet, so everyone can read the ${term('alert')}, and Mallory could forge one.`
                : rich`The ${term('alert')} is encrypted: Eve sees a short record and that the connection ends, not why.`,
              f.unread.length > 0
                ? rich`${and(f.unread.map(code))} ${f.unread.length === 1 ? 'was' : 'were'} on the way already and will never be read.`
                : f.level === 'plaintext'
                  ? rich`After it both sides must drop the connection.`
                  : rich`After it both sides must drop the connection and forget its keys.`,
            ),
    }),

    'unreadable-record': (f) => ({
      title: f.captured === undefined ? 'Unreadable record' : 'Closed record',
      body:
        f.captured === undefined
          ? unreadable(f)
          : sentences(
              rich`${Party(f.from)} sends a ${term('record')} of ${f.bytes} bytes that ${party(other(f.from))} could read and this lab cannot.`,
              closedRecords[f.captured],
              rich`Type and length are in the clear; they are all that Eve has of it, too.`,
            ),
    }),

    other: (f) => ({
      title: f.message,
      body: f.from === undefined ? [] : rich`${Party(f.from)} sends ${code(f.message)}.`,
    }),
  },

  alerts,
  alertNotes,

  fault: (f) =>
    rich`Here the run stops: ${party(f.by)} finds a fault (${code(f.code)}) and answers with ${code(f.alert)}.`,

  compatibilityNote: (f) =>
    rich`Right before it, ${party(f.from)} sent a ChangeCipherSpec record of ${f.bytes} bytes that means nothing: it makes the connection look like TLS 1.2 to middleboxes (${term('compatibility-mode')}).`,
};

function clientHello(f: FactsOf<'client-hello'>): readonly (Rich | undefined)[] {
  if (!f.versions.includes('TLS 1.3')) return olderClientHello(f);
  return [
    rich`The browser offers ${count(f.suites, term('cipher-suite'), term('cipher-suite', 'cipher suites'))}, ${count(f.groups, term('group'), term('group', 'groups'))} and ${count(f.schemes, term('signature-scheme'), term('signature-scheme', 'signature schemes'))}${f.shares.length > 0 ? rich`, and sends ${shares(f.shares)}` : ''}.`,
    f.psk ? offersPsk(f.psk) : undefined,
    f.shares.length > 0
      ? f.psk
        ? undefined
        : rich`Sent unasked, ${f.shares.length === 1 ? 'it saves' : 'they save'} a round trip.`
      : f.psk && f.groups === 0
        ? undefined
        : rich`It sends no key share: the server has to ask for one, which costs one more round trip.`,
    f.versions.length > 1 && !f.psk
      ? rich`With a server that does not know TLS 1.3 it would make do with ${and(f.versions.slice(1))}${f.resumes === undefined ? '' : rich` and resume an earlier connection`}.`
      : undefined,
    f.serverName === null
      ? rich`${term('eve', 'Eve')} reads all ${f.bytes} bytes, but no name, because ${term('server-name', 'server_name')} is not sent${f.address ? ': an IP address has no place in it' : ''}.`
      : rich`${term('eve', 'Eve')} reads all ${f.bytes} bytes, the name ${code(f.serverName)} in ${term('server-name', 'server_name')} among them.`,
    f.grease > 0 && f.versions.length < 2
      ? rich`${count(f.grease, 'value is', 'values are')} ${term('grease', 'GREASE')} and ${f.grease === 1 ? 'means' : 'mean'} nothing.`
      : undefined,
  ];
}

/** The end of an answer to a question asked once the connection stood. */
function lateFinished(f: FactsOf<'finished'>): Rich {
  return sentences(
    rich`The browser ends its answer with a ${term('mac', 'MAC')} of ${f.verifyBytes} bytes over the whole handshake, the server’s question and this answer.`,
    rich`Its key comes from the browser’s ${term('traffic-secret')} for data, so the answer belongs to this connection and no other.`,
    f.clientAuthenticated
      ? rich`Now the server knows who it has been talking to.`
      : rich`The server still does not know who it talks to.`,
  );
}

/** Without TLS 1.3 there are no key shares: the server chooses first, and the halves come two flights later. */
function olderClientHello(f: FactsOf<'client-hello'>): readonly (Rich | undefined)[] {
  const best = f.versions[0] ?? '';
  return [
    rich`The browser offers ${f.versions.length > 1 ? 'at most' : 'only'} ${best}, with ${count(f.suites, term('cipher-suite'), term('cipher-suite', 'cipher suites'))}${f.groups > 0 ? rich` and ${count(f.groups, term('group'), term('group', 'groups'))}` : ''}.`,
    f.resumes === undefined
      ? rich`It sends no key yet: the server chooses how they will agree on a secret, so there is one more round trip than in TLS 1.3.`
      : rich`With it comes ${f.resumes === 'ticket' ? rich`the ${term('session-ticket', 'ticket')}` : 'the session ID'} of an earlier connection, to be resumed if the server still can.`,
    f.serverName === null
      ? rich`${term('eve', 'Eve')} reads all ${f.bytes} bytes, but no name, because ${term('server-name', 'server_name')} is not sent${f.address ? ': an IP address has no place in it' : ''}.`
      : rich`${term('eve', 'Eve')} reads all ${f.bytes} bytes, the name ${code(f.serverName)} in ${term('server-name', 'server_name')} among them.`,
  ];
}

function shares(all: readonly ShareFacts[]): Rich {
  return rich`${all.length === 1 ? rich`a ${term('key-share')}` : term('key-share', 'key shares')} for ${and(all.map((share) => code(share.group)))}`;
}

/** Which rule chose: ', its first choice that the browser also offered (place 2 of 3 in the browser's list)'. */
function because(choice: Choice | undefined): Rich {
  if (choice?.rule === undefined)
    return choice?.inBrowserList === undefined
      ? []
      : rich`, ${place(choice.inBrowserList)} in the browser’s list`;
  const server = choice.rule === 'server-order';
  const at = server ? choice.inBrowserList : choice.inServerList;
  return rich`, first in ${server ? 'its own list' : 'the browser’s list'} that ${server ? 'the browser also offered' : 'it also accepts'}${at === undefined ? '' : rich` (${place(at)} ${server ? 'there' : 'in its own'})`}`;
}

/** After a first choice was explained: only where the second one stands. */
function sameRule(choice: Choice | undefined): Rich {
  if (choice?.rule === undefined) return because(choice);
  const at = choice.rule === 'server-order' ? choice.inBrowserList : choice.inServerList;
  return rich`, by the same rule${at === undefined ? '' : rich` (${place(at)})`}`;
}

function others(extensions: readonly string[]): Rich | '' {
  const told = ['server_name', 'application_layer_protocol_negotiation', 'supported_groups', 'early_data'];
  const rest = extensions.filter((name) => !told.includes(name));
  return rest.length === 0 ? '' : rich`adds ${and(rest.map(code))}`;
}

function pathOf({ path }: PathFacts): Rich {
  return join(path, ' ← ');
}

function warning(f: FactsOf<'alert'>, name: AlertName): Rich {
  return sentences(
    rich`${Party(f.from)} answers with ${code(name)} (${f.code}), a warning: ${alerts[name]}.`,
    rich`A warning ends nothing: the connection stays as it was, under the same keys.`,
  );
}

function unreadable(f: FactsOf<'unreadable-record'>): Rich {
  return sentences(
    f.protected
      ? rich`A ${term('record')} of ${f.bytes} bytes arrives that ${party(other(f.from))} cannot open: its ${term('tag')} does not match the key and the number it must have.`
      : rich`${count(f.bytes, 'byte arrives', 'bytes arrive')} that ${party(other(f.from))} cannot read as a ${term('record')}.`,
    rich`What was in it is not looked at any further; guessing would help an attacker.`,
  );
}

const waved = rich`The user has accepted this very certificate after the warning, so the browser goes on (for a site with ${term('hsts', 'HSTS')} it could not); its address bar stays open.`;
const verdictOfLab = rich`This verdict is the lab’s, with its invented roots and the time of the capture; whoever was there had roots of their own.`;

/** Why a record of a capture stays closed. */
const closedRecords: Readonly<Record<string, Rich>> = {
  'no-key': rich`The secrets of its keys are not in the ${term('key-log')}, or there is no key log: without them nobody can open it, which is the point of encrypting it.`,
  'no-handshake': rich`The capture has no ClientHello for it, so nothing says which keys belong to it.`,
  'does-not-open': rich`No key that follows from the key log fits its ${term('tag')}.`,
  'no-answer': rich`The capture has no ServerHello, which says how it is encrypted.`,
  'unsupported-version': rich`This lab decrypts TLS 1.2 and TLS 1.3, and this connection is older.`,
  'unsupported-suite': rich`The ${term('cipher-suite')} of this connection is one that this lab cannot compute.`,
  unfinished: rich`The rest of its message is missing in the capture.`,
  'unknown-message': rich`It holds a message that this lab has no form for.`,
};
