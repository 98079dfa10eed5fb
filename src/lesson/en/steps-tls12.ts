/** English explanations of the steps that only TLS 1.2 has, or has in another form. */
import { code, rich, sentences, term } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Choice } from '../step-facts.ts';
import type { ProtectionFacts, Tls12StepFacts } from '../step-facts-tls12.ts';
import type { StepWords } from '../words.ts';
import { and, count, party, Party, place } from './grammar.ts';

export const tls12Steps: Pick<StepWords['cases'], Tls12StepFacts['case']> = {
  'tls12-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      f.better === undefined
        ? rich`The server picks ${code(f.suite.name)}${because(f.suite)}.`
        : rich`The browser offered ${f.better}, but the server answers with TLS 1.2 and picks ${code(f.suite.name)}${because(f.suite)}.`,
      f.marked
        ? rich`It could speak TLS 1.3 and says so in the last 8 bytes of its ${term('random')}, so nobody can talk the two of them down unnoticed (${term('downgrade')}).`
        : undefined,
      f.extendedMainSecret
        ? rich`Both sides will tie the keys to this whole handshake (${term('extended-main-secret')})${f.block && f.encryptThenMac ? rich` and put the ${term('mac', 'MAC')} outside the encryption` : ''}.`
        : rich`Without the ${term('extended-main-secret')} the keys hang on the two randoms alone, which let attackers join two connections in 2014.`,
      f.marked ? undefined : rich`Eve reads all of it; in TLS 1.3 most of these answers are encrypted.`,
    ),
  }),

  'resuming-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      f.by === 'ticket'
        ? rich`The server opens the browser’s ${term('session-ticket', 'ticket')} and repeats its session ID: they go on with the secret of the earlier connection and with ${code(f.suite)}.`
        : rich`The server knows the session ID and repeats it: they go on with the secret of the earlier connection and with ${code(f.suite)}.`,
      rich`No certificate and no key exchange follow, which saves a round trip and the costly operations.`,
      rich`Fresh randoms still make fresh keys.`,
    ),
  }),

  'old-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      rich`The server speaks nothing better than ${f.version} and answers with that, though the browser offered ${and(f.offered)}.`,
      rich`${f.version} has been deprecated for years (RFC ${f.version.startsWith('SSL') ? '7568' : '8996'}): its signatures and its key derivation rest on MD5 and SHA-1.`,
      f.fault && rich`So ${party(f.fault.by)} closes with ${code(f.fault.alert)}.`,
    ),
  }),

  'server-key-exchange': (f) => ({
    title: 'ServerKeyExchange',
    body:
      f.agreement === 'none'
        ? sentences(
            rich`The server has no key to send, only a hint which ${term('psk', 'pre-shared key')} it means${f.hint === undefined ? '' : rich`: ${code(f.hint)}`}.`,
            rich`The hint is no secret, and the browser may ignore it.`,
          )
        : sentences(
            rich`The server makes a ${term('diffie-hellman', 'Diffie-Hellman')} key pair for this connection only and sends its half: ${count(f.bytes, 'byte', 'bytes')}${f.agreement === 'ecdh' ? rich` for ${code(f.group ?? '')}${f.choice === undefined ? '' : because(f.choice)}` : rich` modulo a prime of ${f.bits ?? 0} bits${f.group === undefined || f.group === 'DH' ? '' : rich` (${code(f.group)})`}`}.`,
            f.signature === undefined
              ? rich`Nobody signs it, so Mallory can put her own half in its place and nobody will notice.`
              : rich`It signs it together with both ${term('random', 'randoms')} (${code(f.signature.scheme)}, ${f.signature.bytes} bytes): without that, Mallory could put her own half in its place.`,
            f.bits !== undefined && f.bits < 2048
              ? rich`A prime of ${f.bits} bits is too small today: whoever has computed enough about it once can read every connection that uses it.`
              : f.hint === undefined
                ? undefined
                : rich`The hint ${code(f.hint)} says which ${term('psk', 'pre-shared key')} it means.`,
          ),
  }),

  'params-verified': (f) => ({
    title: 'Verify signature',
    body: sentences(
      rich`The browser checks the ${term('signature')} over the server’s half of the key exchange with the ${term('public-key')}${f.leaf === undefined ? '' : rich` of ${code(f.leaf)}`}: it is valid.`,
      rich`It covers ${f.signedBytes ?? 'the'} bytes, both randoms among them, so a recording of an older handshake does not fit.`,
      rich`Now the browser knows that it talks to the holder of the private key${f.lockCloses ? ', and the lock closes' : ''}.`,
    ),
  }),

  'params-rejected': (f) => ({
    title: 'Verify signature',
    body: sentences(
      rich`The browser checks the ${term('signature')} over the server’s half of the key exchange with the ${term('public-key')}${f.leaf === undefined ? '' : rich` of ${code(f.leaf)}`}, and it is not valid.`,
      rich`Either the other side does not have the private key, or somebody changed the half or a random on the way.`,
      rich`To go on would be to agree on a secret with whoever that is.`,
    ),
  }),

  'server-hello-done': (f) => ({
    title: 'ServerHelloDone',
    body: sentences(
      rich`The server has said all it has to say: ${f.bytes} bytes that mark the end of its ${term('flight')}.`,
      f.clientAsked
        ? rich`Now it is the browser’s turn, which must also answer the CertificateRequest.`
        : rich`Now it is the browser’s turn.`,
      rich`TLS 1.3 needs no such mark, because there the server’s Finished ends its flight in the same round trip.`,
    ),
  }),

  'client-key-exchange': (f) => ({ title: 'ClientKeyExchange', body: clientKeyExchange(f) }),

  'decrypt-premaster-secret': (f) => ({
    title: 'Decrypt premaster secret',
    body: f.fallback
      ? sentences(
          rich`The server decrypts with its ${f.key ?? 'RSA'} ${term('private-key')}, and what comes out is no ${term('premaster-secret')} of this handshake.`,
          rich`It does not say so: it goes on with a random one, and the handshake will fail at Finished like any other with wrong keys.`,
          rich`An answer that told bad padding from good would let an attacker decrypt a recording bit by bit (Bleichenbacher 1998, ROBOT 2017).`,
        )
      : sentences(
          rich`The server decrypts the ${term('premaster-secret')} with the ${term('private-key')} of its certificate and checks that the version inside is the one the browser offered.`,
          rich`From here on both sides know the same 48 bytes; until here all was asymmetric.`,
          rich`Whoever gets this private key later can do the same with a recording: there is no ${term('forward-secrecy')}.`,
        ),
  }),

  'derive-key-block': (f) => ({
    title: 'Derive key block',
    body: f.resumed
      ? sentences(
          rich`Both sides still have the ${term('main-secret')} of the earlier connection and mix it with the new randoms.`,
          keyBlock(f.blockBytes, f.parts),
          rich`So no key is used twice, although nothing was exchanged.`,
        )
      : sentences(
          rich`Both sides turn the ${f.premasterBytes === undefined ? '' : rich`${f.premasterBytes} bytes of the `}${term('premaster-secret')} into a ${term('main-secret')} of 48 bytes (texts from before RFC 9846 call it master secret).`,
          f.extendedMainSecret
            ? rich`The ${term('prf', 'PRF')} takes in the ${f.hash ?? ''} hash of every message so far.`
            : rich`The ${term('prf', 'PRF')} takes in the two randoms only.`,
          keyBlock(f.blockBytes, f.parts),
        ),
  }),

  'change-cipher-spec': (f) => ({
    title: 'ChangeCipherSpec',
    body: sentences(
      rich`${Party(f.from)} says in one byte: from the next ${term('record')} on, my side uses the new keys${f.protection === undefined ? '' : rich` (${protectionName(f.protection)})`}.`,
      rich`It is no handshake message and no part of the ${term('transcript')}.`,
      rich`In TLS 1.3 it means nothing any more; there each message has its fixed keys.`,
    ),
  }),

  'tls12-finished': (f) => ({
    title: 'Finished',
    body: sentences(
      f.first
        ? rich`${Party(f.from)} proves that it has the keys and saw the same messages: ${f.verifyBytes} bytes from the ${term('prf', 'PRF')} over all of them, the first message under the new keys.`
        : rich`${Party(f.from)} answers with its own ${f.verifyBytes} bytes over all messages, the other side’s Finished among them.`,
      f.from === 'server' && f.provedBy !== undefined && !f.resumed
        ? provedBy[f.provedBy]
        : rich`Had Mallory struck a suite from the offer, it would show here at the latest.`,
      f.readable
        ? rich`Eve reads it as well, because nothing is encrypted.`
        : f.resumed && f.from === 'server'
          ? rich`Only the server of the earlier connection could have made it.`
          : undefined,
    ),
  }),

  'tls12-application-data': (f) => ({
    title: 'Application Data',
    body: sentences(
      rich`${Party(f.from)} sends ${f.line === undefined ? '' : rich`${code(f.line)}, `}${count(f.dataBytes, 'byte', 'bytes')} of data in ${count(f.records, term('record'), term('record', 'records'))} of ${f.wireBytes} bytes.`,
      f.protection === undefined ? undefined : protectedBy(f.protection, f.first),
      f.protection?.form === 'null'
        ? rich`Eve reads every byte.`
        : rich`What Eve still learns is who talks to whom, when and how much.`,
    ),
  }),

  'tls12-new-session-ticket': (f) => ({
    title: 'NewSessionTicket',
    body: sentences(
      rich`The server seals what it knows of this session into a ${term('session-ticket', 'ticket')} of ${f.ticketBytes} bytes that only it can open${f.lifetime === 0 ? '' : rich`, good for ${f.lifetime} seconds`}.`,
      rich`The browser keeps it and can come back with it without a new key exchange.`,
      rich`It travels in the clear: Eve sees it here and knows it again when it comes back, which TLS 1.3 changed.`,
    ),
  }),

  'certificate-status': (f) => ({
    title: 'CertificateStatus',
    body: sentences(
      rich`The server adds what its ${term('certification-authority', 'authority')} says about its certificate: an OCSP answer of ${f.bytes} bytes, signed and dated.`,
      rich`So the browser need not ask the authority itself, which would learn where it surfs.`,
    ),
  }),

  'hello-request': () => ({
    title: 'HelloRequest',
    body: sentences(
      rich`The server asks for a new handshake on this connection.`,
      rich`This browser refuses with a warning: renegotiation let attackers put their own request in front of somebody else’s (2009).`,
    ),
  }),
};

function clientKeyExchange(f: Extract<Tls12StepFacts, { readonly case: 'client-key-exchange' }>): Rich {
  const psk =
    f.identity === undefined
      ? undefined
      : rich`It names the ${term('psk', 'pre-shared key')} it uses: ${code(f.identity)}.`;
  switch (f.agreement) {
    case 'rsa':
      return sentences(
        rich`The browser invents a 48-byte secret, the ${term('premaster-secret')}, and encrypts it with the ${term('public-key')} from the server’s certificate: ${f.bytes} bytes.`,
        rich`Only the ${term('private-key')} opens it; Eve sees the bytes but not the secret.`,
        psk ??
          rich`This is the step older texts mean by “the browser sends the key”, and TLS 1.3 removed it.`,
      );
    case 'dh':
    case 'ecdh':
      return sentences(
        rich`The browser makes its own key pair and sends its half, ${count(f.bytes, 'byte', 'bytes')}${f.group === undefined ? '' : rich` for ${code(f.group)}`}.`,
        rich`Each side can now compute the same ${term('premaster-secret')} from its own private half and the other’s public one; Eve has only the public ones.`,
        psk ??
          (f.fixed
            ? rich`The server’s half is the key in its certificate, the same in every connection: whoever gets that key can read recordings (no ${term('forward-secrecy')}).`
            : undefined),
      );
    case 'none':
      return sentences(
        rich`The browser sends no key at all, only the name of the ${term('psk', 'pre-shared key')} both have: ${code(f.identity ?? '')}.`,
        rich`Whoever gets that key later can read every recording made with it.`,
      );
  }
}

const provedBy: Readonly<Record<'signed' | 'key-in-certificate' | 'psk' | 'anonymous', Rich>> = {
  signed: rich`Had Mallory struck a suite from the offer, it would show here at the latest.`,
  'key-in-certificate': rich`Without the ${term('private-key')} of its certificate the server could not have made it: only now is it proved who it is, and the lock closes.`,
  psk: rich`Without the ${term('psk', 'pre-shared key')} it could not have made it: that is the whole proof of who it is.`,
  anonymous: rich`It proves nothing about who the server is: nobody signed anything (${term('anonymous-key-exchange', 'anonymous key exchange')}), and Mallory could have done the same.`,
};

function keyBlock(bytes: number | undefined, parts: number): Rich {
  return rich`From it comes a ${term('key-block')}${bytes === undefined ? '' : rich` of ${bytes} bytes`}, cut into ${parts} parts: keys for each direction.`;
}

function protectionName({ cipher, form, mac }: ProtectionFacts): Rich {
  if (form === 'null') return rich`${term('null-cipher', 'no encryption')}, ${mac ?? ''} only`;
  return mac === undefined ? rich`${code(cipher)}` : rich`${code(cipher)} with ${mac}`;
}

function protectedBy({ cipher, form, mac }: ProtectionFacts, first: boolean): Rich {
  switch (form) {
    case 'aead':
      return first
        ? rich`${code(cipher)} encrypts it and adds a ${term('tag')} in one go: Eve cannot read it, and Mallory cannot change a bit without the record being thrown out.`
        : rich`Each record has its own number and its own ${term('nonce')}, so if one is repeated, dropped or moved, the next does not open.`;
    case 'mac-then-encrypt':
      return rich`It gets a ${term('mac', 'MAC')} (${mac ?? ''}), then ${term('padding')}, then ${code(cipher)} encrypts all of it with a fresh IV; this order made attacks like Lucky Thirteen possible.`;
    case 'encrypt-then-mac':
      return rich`${code(cipher)} encrypts it with a fresh IV, and the ${term('mac', 'MAC')} (${mac ?? ''}) over the result is checked before anything is decrypted.`;
    case 'stream':
      return rich`It gets a ${term('mac', 'MAC')} (${mac ?? ''}), and ${code(cipher)} encrypts both; the biases of RC4 let an eavesdropper guess text that is sent often enough, so RFC 7465 forbids it.`;
    case 'null':
      return rich`It gets a ${term('mac', 'MAC')} (${mac ?? ''}) so that nobody can change it, and is not encrypted.`;
  }
}

/** Which rule chose: ', first in its own list that the browser also offered (place 2 of 3 there)'. */
function because(choice: Choice): Rich {
  if (choice.rule === undefined)
    return choice.inBrowserList === undefined
      ? []
      : rich`, ${place(choice.inBrowserList)} in the browser’s list`;
  const server = choice.rule === 'server-order';
  const at = server ? choice.inBrowserList : choice.inServerList;
  return rich`, first in ${server ? 'its own list' : 'the browser’s list'} that ${server ? 'the browser also offered' : 'it also accepts'}${at === undefined ? '' : rich` (${place(at)} ${server ? 'there' : 'in its own'})`}`;
}
