/** What the explanations of TLS 1.2's steps may quote; see step-facts.ts. */
import type { Party } from '../lab/trace.ts';
import type { Choice, FaultFacts, Place } from './step-facts.ts';

/** How records are protected, in words that tell the forms apart. */
export interface ProtectionFacts {
  /** 'AES_128_GCM', as spelt in the suite's name. */
  readonly cipher: string;
  readonly form: 'aead' | 'mac-then-encrypt' | 'encrypt-then-mac' | 'stream' | 'null';
  /** 'HMAC-SHA-256'; absent for an AEAD. */
  readonly mac?: string;
}

export interface Tls12ServerHelloFacts {
  readonly case: 'tls12-server-hello';
  readonly suite: Choice;
  /** 'TLS 1.3', the best version of the hello, where it is better than what was chosen. */
  readonly better?: string;
  /** The server could have done better as well, and says so in its random. */
  readonly marked: boolean;
  readonly extendedMainSecret: boolean;
  /** The suite is one of those that encrypt-then-MAC is about. */
  readonly block: boolean;
  readonly encryptThenMac: boolean;
}

export interface ResumingServerHelloFacts {
  readonly case: 'resuming-server-hello';
  readonly by: 'ticket' | 'session-id';
  readonly suite: string;
}

/** The answer of a server from before TLS 1.2. */
export interface OldServerHelloFacts {
  readonly case: 'old-server-hello';
  readonly version: string;
  readonly offered: readonly string[];
  readonly fault?: FaultFacts;
}

export interface ServerKeyExchangeFacts {
  readonly case: 'server-key-exchange';
  readonly agreement: 'dh' | 'ecdh' | 'none';
  /** 'x25519'; for finite fields 'ffdhe2048' where the prime is a known one. */
  readonly group?: string;
  readonly choice?: Choice;
  /** Bytes of the public value. */
  readonly bytes: number;
  /** Of the prime. */
  readonly bits?: number;
  readonly signature?: { readonly scheme: string; readonly bytes: number; readonly offered?: Place };
  readonly hint?: string;
}

interface ParamsSignatureBase {
  readonly scheme: string;
  readonly leaf?: string;
  readonly signedBytes?: number;
  readonly lockCloses: boolean;
}

export interface ParamsVerifiedFacts extends ParamsSignatureBase {
  readonly case: 'params-verified';
}

export interface ParamsRejectedFacts extends ParamsSignatureBase {
  readonly case: 'params-rejected';
}

export interface ServerHelloDoneFacts {
  readonly case: 'server-hello-done';
  readonly bytes: number;
  readonly clientAsked: boolean;
}

export interface ClientKeyExchangeFacts {
  readonly case: 'client-key-exchange';
  readonly agreement: 'rsa' | 'dh' | 'ecdh' | 'none';
  /** The server's half is the key in its certificate. */
  readonly fixed: boolean;
  readonly bytes: number;
  readonly group?: string;
  /** The identity of the PSK, where the suite has one. */
  readonly identity?: string;
}

export interface DecryptPremasterFacts {
  readonly case: 'decrypt-premaster-secret';
  readonly key?: string;
  /** What came out was no premaster secret, and the server goes on with one that nobody knows. */
  readonly fallback: boolean;
}

export interface DeriveKeyBlockFacts {
  readonly case: 'derive-key-block';
  readonly resumed: boolean;
  readonly extendedMainSecret: boolean;
  readonly premasterBytes?: number;
  readonly hash?: string;
  readonly blockBytes?: number;
  readonly parts: number;
}

export interface ChangeCipherSpecFacts {
  readonly case: 'change-cipher-spec';
  readonly from: Party;
  readonly protection?: ProtectionFacts;
}

export interface Tls12FinishedFacts {
  readonly case: 'tls12-finished';
  readonly from: Party;
  /** The first Finished of the handshake. */
  readonly first: boolean;
  readonly verifyBytes: number;
  readonly wireBytes: number;
  /** Eve reads it: nothing is encrypted. */
  readonly readable: boolean;
  /** How the browser knows the server by now; on the server's Finished only. */
  readonly provedBy?: 'signed' | 'key-in-certificate' | 'psk' | 'anonymous';
  readonly resumed: boolean;
}

export interface Tls12ApplicationDataFacts {
  readonly case: 'tls12-application-data';
  readonly from: Party;
  readonly first: boolean;
  readonly dataBytes: number;
  readonly wireBytes: number;
  readonly records: number;
  readonly line?: string;
  readonly protection?: ProtectionFacts;
}

export interface Tls12NewSessionTicketFacts {
  readonly case: 'tls12-new-session-ticket';
  /** Seconds; 0: the server does not say. */
  readonly lifetime: number;
  readonly ticketBytes: number;
}

export interface CertificateStatusFacts {
  readonly case: 'certificate-status';
  readonly bytes: number;
}

export interface HelloRequestFacts {
  readonly case: 'hello-request';
}

export type Tls12StepFacts =
  | Tls12ServerHelloFacts
  | ResumingServerHelloFacts
  | OldServerHelloFacts
  | ServerKeyExchangeFacts
  | ParamsVerifiedFacts
  | ParamsRejectedFacts
  | ServerHelloDoneFacts
  | ClientKeyExchangeFacts
  | DecryptPremasterFacts
  | DeriveKeyBlockFacts
  | ChangeCipherSpecFacts
  | Tls12FinishedFacts
  | Tls12ApplicationDataFacts
  | Tls12NewSessionTicketFacts
  | CertificateStatusFacts
  | HelloRequestFacts;
