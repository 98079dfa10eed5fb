/** English texts about operations (what they do) and about values (what they are for). */
import type { OperationWords } from '../operation-words.ts';
import { rich, term } from '../rich.ts';

export const operations: OperationWords = {
  what: {
    random: (f) =>
      rich`Draws ${f.outputBytes} bytes from the platform’s random number generator. Whoever could foresee them could compute what follows from them.`,
    hash: (f) =>
      rich`Hashes the input with ${f.algorithm} to ${f.outputBytes} bytes (${term('hash')}). The same input always gives the same output, and nobody can find two inputs with one output.`,
    hmac: (f) =>
      rich`Computes a ${term('mac', 'MAC')} of ${f.outputBytes} bytes with HMAC-${f.algorithm}. Without the key nobody can make it.`,
    'hkdf-extract': (f) =>
      rich`Mixes ${term('salt')} and input into one uniform secret of ${f.outputBytes} bytes: HMAC-${f.algorithm} with the salt as its key (${term('hkdf', 'HKDF')}).`,
    'hkdf-expand-label': (f) =>
      rich`Derives ${f.outputBytes} bytes from a secret, for one label and one context (${term('hkdf', 'HKDF')}). Other labels give unrelated bytes, and no output leads back to the secret.`,
    prf: (f) =>
      rich`Derives ${f.outputBytes} bytes from a secret, a label and a seed: HMAC-${f.algorithm} over and over, until there are enough (the PRF of TLS 1.2). No output leads back to the secret.`,
    cut: (f) =>
      rich`Cuts one string into its parts, in an order that the RFC fixes. Nothing is computed here; the last part has ${f.outputBytes} bytes.`,
    'generate-key-pair': (f) =>
      rich`Makes a fresh ${f.algorithm} key pair, for this connection only. The public half is sent, the ${term('private-key')} stays.`,
    agree: (f) =>
      f.verdict === false
        ? rich`Combines its own private key with the other side’s public key, and fails: those bytes are no valid public key.`
        : rich`Combines its own ${term('private-key')} with the other side’s ${term('public-key')} (${f.algorithm}). Both sides arrive at the same ${f.outputBytes} bytes.`,
    encapsulate: (f) =>
      f.verdict === false
        ? rich`Would make a secret for the browser’s encapsulation key, but those bytes are no valid key.`
        : rich`Makes a random secret and a ciphertext of it for the browser’s encapsulation key (${term('ml-kem', 'ML-KEM')}). Only the browser can get the secret back out.`,
    decapsulate: (f) =>
      rich`Recovers the ${f.outputBytes}-byte secret from the server’s ciphertext with the browser’s private key (${term('ml-kem', 'ML-KEM')}).`,
    concatenate: (f) =>
      rich`Puts its inputs one behind the other, ${f.outputBytes} bytes. Whoever is missing one of them does not have the whole.`,
    xor: (f) =>
      rich`Combines IV and ${term('record-number', 'record number')} bit by bit, ${f.outputBytes} bytes. Each record thus has a ${term('nonce')} of its own without sending it.`,
    'rsa-encrypt': (f) =>
      f.verdict === false
        ? rich`Would encrypt with the server’s ${term('public-key')}, but that is no RSA key with enough room.`
        : rich`Pads the input with random bytes and encrypts it with the server’s RSA ${term('public-key')} (${f.algorithm}), ${f.outputBytes} bytes. Only the ${term('private-key')} gets it back out, today or in ten years.`,
    'rsa-decrypt': (f) =>
      f.verdict === false
        ? rich`Decrypts with the RSA ${term('private-key')}, and what comes out is not padded as it should be. The other side must not learn that: it would be an oracle.`
        : rich`Decrypts with the RSA ${term('private-key')} (${f.algorithm}) and takes the padding off; ${f.outputBytes} bytes remain.`,
    encrypt: (f) =>
      rich`Encrypts with ${f.algorithm}, ${f.outputBytes} bytes. That hides the content and protects it from nothing: a ${term('mac', 'MAC')} has to be there as well.`,
    decrypt: (f) =>
      rich`Decrypts with ${f.algorithm}, ${f.outputBytes} bytes. Whatever arrives decrypts to something; only the ${term('mac', 'MAC')} tells whether it was changed.`,
    sign: (f) =>
      rich`Signs with the ${term('private-key')} (${f.algorithm}), ${f.outputBytes} bytes. Everyone can check it, nobody else can make it.`,
    verify: (f) =>
      rich`Checks a ${term('signature')} with the ${term('public-key')} (${f.algorithm}). The result is ${f.verdict === true ? 'true' : 'false'}.`,
    seal: (f) =>
      f.ticket
        ? rich`Encrypts the server’s notes about this session with a key that only it has, and adds a ${term('tag')} (${f.algorithm}, ${term('aead', 'AEAD')}). The browser keeps them for it.`
        : rich`Encrypts and adds a ${term('tag')} in one operation (${f.algorithm}, ${term('aead', 'AEAD')}). The record’s header is covered by the tag but stays readable.`,
    open: (f) =>
      f.ticket
        ? rich`The server opens a ${term('session-ticket', 'ticket')} with its own key (${f.algorithm}, ${term('aead', 'AEAD')})${f.verdict === false ? ', and it is none of its own, or somebody changed it' : ' and has its notes about that session again'}. The browser could not read it.`
        : f.verdict === false
          ? rich`Checks the ${term('tag')} (${f.algorithm}), and it does not match. Nothing is decrypted then.`
          : rich`Checks the ${term('tag')} and decrypts (${f.algorithm}, ${term('aead', 'AEAD')}). Had one bit been changed, nothing would come out.`,
  },
  values: {
    'hello-random': {
      name: 'Random',
      text: rich`Makes the ${term('transcript')} of this connection unlike any other.`,
    },
    'session-id': {
      name: 'Legacy session id',
      text: rich`Names no session: it makes the hello look like TLS 1.2 (${term('compatibility-mode')}).`,
    },
    'grease-seed': {
      name: 'GREASE seed',
      text: rich`Picks which reserved values go into the hello (${term('grease', 'GREASE')}).`,
    },
    cookie: {
      name: 'Cookie',
      text: rich`The browser must send it back, which shows that it can be reached (${term('cookie')}).`,
    },
    'private-key': {
      name: 'Private key of a key share',
      text: rich`With it and the other side’s share the ${term('shared-secret')} can be computed. It must be erased after the connection: then nobody can read a recording any more (${term('forward-secrecy')}).`,
    },
    'public-key': {
      name: 'Public key of a key share',
      text: rich`Travels in the clear; the shared secret cannot be computed from it.`,
    },
    'kem-ciphertext': {
      name: 'ML-KEM ciphertext',
      text: rich`Holds the secret in a form that only the browser’s private key opens (${term('ml-kem', 'ML-KEM')}).`,
    },
    'partial-secret': {
      name: 'Half of the shared secret',
      text: rich`One of the two secrets of the ${term('hybrid', 'hybrid')}; neither is enough by itself.`,
    },
    'shared-secret': {
      name: 'Shared secret',
      text: rich`Equal on both sides and never sent. Where there is no ${term('psk', 'pre-shared key')}, it is the only input of the ${term('key-schedule')} that Eve does not have.`,
    },
    'early-secret': {
      name: 'Early Secret',
      text: rich`First stage of the ${term('key-schedule')}. Without a ${term('psk', 'pre-shared key')} it is made of zeros, a constant that Eve has too (${term('early-secret', 'Early Secret')}).`,
    },
    derived: {
      name: 'Salt for the next stage',
      text: rich`Carries one stage of the ${term('key-schedule')} into the next, so that each stage also depends on all before.`,
    },
    'handshake-secret': {
      name: 'Handshake Secret',
      text: rich`Second stage: here the ${term('shared-secret')} comes in. From now on Eve cannot follow (${term('handshake-secret', 'Handshake Secret')}).`,
    },
    'handshake-traffic-secret': {
      name: 'Handshake traffic secret',
      text: rich`Source of key, IV and Finished key for one side’s handshake messages (${term('traffic-secret')}). It depends on the hellos.`,
    },
    'main-secret': {
      name: 'Main Secret',
      text: rich`Source of all keys for data (${term('main-secret', 'Main Secret')}). In TLS 1.3 it is the third stage, and nothing new comes in; in TLS 1.2 it is made of the premaster secret.`,
    },
    'application-traffic-secret': {
      name: 'Application traffic secret',
      text: rich`Source of key and IV for one side’s data (${term('traffic-secret')}). It depends on everything up to the server’s Finished.`,
    },
    'updated-traffic-secret': {
      name: 'Application traffic secret, renewed',
      text: rich`Follows from the one before, and not the other way round (${term('key-update', 'KeyUpdate')}).`,
    },
    'exporter-secret': {
      name: 'Exporter secret',
      text: rich`From it applications can derive keys of their own that belong to this connection (${term('exporter-secret', 'exporter secret')}).`,
    },
    'resumption-secret': {
      name: 'Resumption secret',
      text: rich`Source of the ${term('psk', 'pre-shared keys')} for later connections (${term('resumption-secret', 'resumption secret')}). It also covers the browser’s Finished.`,
    },
    'resumption-psk': {
      name: 'Pre-shared key of a ticket',
      text: rich`What a ${term('session-ticket')} stands for. Each ticket’s nonce gives another one.`,
    },
    'external-psk': {
      name: 'Pre-shared key',
      text: rich`Both sides had it before the connection began (${term('psk', 'pre-shared key')}). Whoever else has it can pose as either.`,
    },
    'ticket-key': {
      name: 'The server’s ticket key',
      text: rich`Seals what the server wants to know again when a ${term('session-ticket', 'ticket')} comes back. Whoever steals it can resume every session it sealed, and read its ${term('early-data', 'early data')}.`,
    },
    'ticket-state': {
      name: 'What a ticket holds',
      text: rich`The ${term('psk', 'pre-shared key')}, suite, time and limits of a session: the server’s own memory, kept by the browser.`,
    },
    ticket: {
      name: 'Session ticket',
      text: rich`Opaque to everybody but the server (${term('session-ticket')}).`,
    },
    'ticket-nonce': {
      name: 'Nonce of a ticket',
      text: rich`Keeps the keys of several tickets, or their ciphertexts, apart.`,
    },
    'ticket-age-add': {
      name: 'ticket_age_add',
      text: rich`Added to the age that the browser reports later, so that Eve cannot link two connections by it.`,
    },
    'request-context': {
      name: 'certificate_request_context',
      text: rich`Names this question, so that its answer fits no other.`,
    },
    'traffic-key': {
      name: 'Traffic key',
      text: rich`Encrypts the records of one side. Only its sender seals with it, only the other side opens.`,
    },
    'traffic-iv': {
      name: 'Traffic IV',
      text: rich`Combined with the record number it gives each record’s ${term('nonce')}.`,
    },
    'finished-key': {
      name: 'Finished key',
      text: rich`Key of the ${term('mac', 'MAC')} in this side’s ${term('finished', 'Finished')}, and of nothing else.`,
    },
    'verify-data': {
      name: 'verify_data',
      text: rich`Shows that its maker saw the same messages and holds the same secret (${term('finished', 'Finished')}).`,
    },
    binder: {
      name: 'PSK binder',
      text: rich`Shows that the browser has the ${term('psk', 'pre-shared key')} it offers.`,
    },
    'early-traffic-secret': {
      name: 'Early traffic secret',
      text: rich`Source of the keys for data sent before the handshake is done.`,
    },
    'early-exporter-secret': {
      name: 'Early exporter secret',
      text: rich`For keys of applications before the handshake is done.`,
    },
    'transcript-hash': {
      name: 'Transcript hash',
      text: rich`Stands for all messages up to here (${term('transcript-hash')}). What rests on it fails if one of them was changed.`,
    },
    'empty-hash': {
      name: 'Hash of nothing',
      text: rich`The context where no messages are meant; everyone can compute it.`,
    },
    nonce: {
      name: 'Nonce',
      text: rich`Must not repeat under one key: two records with the same nonce would give away their contents (${term('nonce')}).`,
    },
    record: {
      name: 'Sealed record',
      text: rich`What crosses the wire: ${term('ciphertext')} and ${term('tag')}.`,
    },
    plaintext: {
      name: 'Opened record',
      text: rich`Content, content type and ${term('padding')}, readable again.`,
    },
    'signing-key': {
      name: 'Private key of the certificate',
      text: rich`Signs the handshake and encrypts nothing. Whoever steals it later can pose as its owner, but still not read today’s data (${term('forward-secrecy')}).`,
    },
    'handshake-signature': {
      name: 'Signature of CertificateVerify',
      text: rich`Proof that the signer has the private key of its certificate, in this connection.`,
    },
    'revocation-signature': {
      name: 'Signature on word about revocation',
      text: rich`Shows that the ${term('issuer')}, or somebody it named for that, has said exactly this about ${term('revocation')}.`,
    },
    'issuer-hash': {
      name: 'Hash of the issuer',
      text: rich`An answer about ${term('revocation')} names the ${term('issuer')} by hashes of its name and its key, so that no other authority’s serial number is mistaken for this one.`,
    },
    'premaster-secret': {
      name: 'Premaster secret',
      text: rich`What the key exchange yields, equal on both sides: the one input of the key derivation that Eve does not have (${term('premaster-secret')}).`,
    },
    'premaster-random': {
      name: 'Random part of the premaster secret',
      text: rich`46 bytes that the browser invents; the version it offered stands in front of them (${term('premaster-secret')}).`,
    },
    'premaster-fallback': {
      name: 'Stand-in premaster secret',
      text: rich`Drawn before the ciphertext is opened, and used if what comes out is no ${term('premaster-secret')}: so nobody can tell from the answer.`,
    },
    'encrypted-premaster': {
      name: 'Encrypted premaster secret',
      text: rich`Crosses the wire in ClientKeyExchange; only the ${term('private-key')} of the server’s certificate opens it.`,
    },
    'other-secret': {
      name: 'Other secret',
      text: rich`What the key exchange adds to the ${term('psk', 'pre-shared key')}; both together make the ${term('premaster-secret')}.`,
    },
    'key-block': {
      name: 'Key block',
      text: rich`All keys of the connection in one string, to be cut in the order of the RFC (${term('key-block')}).`,
    },
    'write-mac-key': {
      name: 'MAC key',
      text: rich`Key of the ${term('mac', 'MAC')} on every record of one side. Suites with an ${term('aead', 'AEAD')} have none.`,
    },
    'write-key': {
      name: 'Encryption key',
      text: rich`Encrypts the records of one side, from ChangeCipherSpec to the end. Only its sender encrypts with it, only the other side decrypts.`,
    },
    'write-iv': {
      name: 'Fixed IV',
      text: rich`The part of each record’s ${term('nonce')} that does not travel.`,
    },
    'record-mac': {
      name: 'MAC of a record',
      text: rich`Covers number, type, version, length and content of one record, so that none can be changed, dropped or moved.`,
    },
    'record-iv': {
      name: 'IV of a record',
      text: rich`A fresh random block, so that the same text never encrypts to the same bytes. It travels in front of the ciphertext.`,
    },
    'params-signature': {
      name: 'Signature of ServerKeyExchange',
      text: rich`Proof that the server’s half of the key exchange comes from the holder of the certificate’s ${term('private-key')}, and for this handshake.`,
    },
    'server-private-key': {
      name: 'Private key of the certificate',
      text: rich`Decrypts what browsers encrypt for the server. Whoever steals it later can open recordings: there is no ${term('forward-secrecy')}.`,
    },
    'new-session-id': {
      name: 'Session ID',
      text: rich`The name under which the server keeps this session, to be resumed later.`,
    },
    'certificate-signature': {
      name: 'Signature on a certificate',
      text: rich`Shows that the issuer has vouched for exactly these bytes.`,
    },
  },
};
