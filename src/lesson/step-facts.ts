/**
 * What the explanation of a step may quote: plain facts of this very run, one shape per case.
 *
 * `factsOf` (facts.ts) computes them from the trace; the catalogs (en/steps.ts, later de/steps.ts)
 * turn them into sentences. An optional fact that this run does not have is absent, and the catalog
 * leaves its sentence out.
 */
import type { AlertName } from '../tls/registry/alerts.ts';
import type { Level, Party } from '../lab/trace.ts';
import type { Tls12StepFacts } from './step-facts-tls12.ts';
import type { CheckId } from '../x509/path/result.ts';

/** The fault noticed on a step, as far as its short explanation needs it. */
export interface FaultFacts {
  readonly by: Party;
  readonly code: string;
  readonly alert: AlertName;
}

/** Position in a list, counted from 1. */
export interface Place {
  readonly place: number;
  readonly of: number;
}

export interface ShareFacts {
  readonly group: string;
  /** Bytes of key_exchange. */
  readonly bytes: number;
  /** What it consists of, in order; two for a hybrid. Empty for a group this engine does not know. */
  readonly parts: readonly SharePart[];
}

export interface SharePart {
  /** 'ML-KEM-768', 'X25519', 'P-256'. */
  readonly algorithm: string;
  /** `ciphertext` is what a server answers to a KEM's encapsulation key. */
  readonly holds: 'public-key' | 'encapsulation-key' | 'ciphertext';
  readonly bytes: number;
}

interface ClientHelloBase {
  /** The server found nothing in common in it. */
  readonly failure?: NegotiationFailureFacts;
  /** Bytes on the wire, record headers included. */
  readonly bytes: number;
  /** The name in server_name; null when the extension is absent. */
  readonly serverName: string | null;
  /** The address bar holds an IP address, for which server_name has no place. */
  readonly address: boolean;
  readonly shares: readonly ShareFacts[];
  readonly psk?: OfferedPskFacts;
}

export interface OfferedPskFacts {
  readonly kind: 'resumption' | 'external';
  /** Name of an external PSK, where it is text. */
  readonly identity?: string;
  readonly identityBytes: number;
  readonly binderBytes: number;
  /** Milliseconds since the ticket came. */
  readonly age?: number;
  /** Early data follows. */
  readonly earlyData: boolean;
}

export interface ClientHelloFacts extends ClientHelloBase {
  readonly case: 'client-hello';
  /** Counts without GREASE values. */
  readonly suites: number;
  readonly groups: number;
  readonly schemes: number;
  /** Best first: 'TLS 1.3', 'TLS 1.2'. */
  readonly versions: readonly string[];
  /** A ticket or a session ID of an earlier TLS 1.2 connection. */
  readonly resumes?: 'ticket' | 'session-id';
  readonly alpn: readonly string[];
  /** How many reserved values of RFC 8701 stand in the lists. */
  readonly grease: number;
}

export interface SecondClientHelloFacts extends ClientHelloBase {
  readonly case: 'second-client-hello';
  /** Groups of the shares in the first ClientHello, where the second has others. */
  readonly replaced: readonly string[];
  readonly cookieBytes?: number;
}

export interface HelloRetryRequestFacts {
  readonly case: 'hello-retry-request';
  readonly suite: string;
  readonly group?: Choice;
  /** Groups the browser sent shares for. */
  readonly sharesSent: readonly string[];
  readonly cookieBytes?: number;
}

/** Which rule chose, and where the choice stands in both lists; absent for what only the peer knows. */
export interface Choice {
  readonly name: string;
  readonly rule?: 'server-order' | 'browser-order';
  readonly inBrowserList?: Place;
  readonly inServerList?: Place;
}

export interface ServerHelloFacts {
  readonly case: 'server-hello';
  readonly suite: Choice;
  readonly group?: Choice;
  readonly share?: ShareFacts;
  /** A HelloRetryRequest had asked for this group. */
  readonly askedFor: boolean;
  /** The PSK taken, and whether one was offered. */
  readonly psk?: 'resumption' | 'external';
  readonly pskOffered: boolean;
}

/** The server looked for the PSKs that were offered. */
export interface VerifyBinderFacts {
  readonly case: 'verify-binder';
  readonly offered: number;
  readonly found?: 'resumption' | 'external';
  readonly accepted: boolean;
  /** Why none was taken. */
  readonly passedOver?: string;
  readonly binderBytes?: number;
  readonly hash?: string;
  /** Milliseconds, as the browser reports it and as the server finds it. */
  readonly ageReported?: number;
  readonly ageHere?: number;
  /** What the server decided about early data, where some was announced. */
  readonly earlyData?: string;
  /** It knows by a list which hellos it has taken early data of. */
  readonly keepsList?: boolean;
}

export interface DeriveEarlyKeysFacts {
  readonly case: 'derive-early-keys';
  /** Both where the server takes the data; the server alone where it comes from a recording. */
  readonly by: Party | 'both';
  readonly aead?: string;
  readonly keyBytes?: number;
}

export interface EarlyDataFacts {
  readonly case: 'early-data';
  readonly dataBytes: number;
  readonly wireBytes: number;
  readonly line?: string;
  /** Absent where this run does not say. */
  readonly accepted?: boolean;
  /** Why the server did not take it. */
  readonly reason?: string;
}

export interface EndOfEarlyDataFacts {
  readonly case: 'end-of-early-data';
  /** Bytes of early data in this connection. */
  readonly dataBytes: number;
}

export interface DeriveHandshakeKeysFacts {
  readonly case: 'derive-handshake-keys';
  readonly group?: string;
  /** Secrets that are joined: [{ name: 'ML-KEM-768', bytes: 32 }, …]. */
  readonly secrets: readonly { readonly name: string; readonly bytes: number }[];
  readonly hash?: string;
  readonly aead?: string;
  readonly keyBytes?: number;
  readonly hashBytes?: number;
  readonly afterRetry: boolean;
  /** Kind of the PSK underneath. */
  readonly psk?: 'resumption' | 'external';
}

export interface NegotiationFailureFacts {
  readonly case: 'negotiation-failure';
  readonly fault: FaultFacts;
  readonly browserSuites: readonly string[];
  readonly serverSuites: readonly string[];
  readonly browserVersions: readonly string[];
  readonly serverVersions: readonly string[];
  readonly browserGroups: readonly string[];
  readonly serverGroups: readonly string[];
  readonly browserAlpn: readonly string[];
  readonly serverAlpn: readonly string[];
  readonly keyType: string;
}

export interface EncryptedExtensionsFacts {
  readonly case: 'encrypted-extensions';
  readonly bytes: number;
  readonly extensions: readonly string[];
  readonly alpn?: Choice;
  readonly serverNameAcknowledged: boolean;
  /** The browser asked for protocols and got no answer. */
  readonly alpnUnanswered: boolean;
  /** A PSK stands in for certificates: Finished comes next. */
  readonly psk: boolean;
  readonly earlyData?: 'accepted' | 'rejected';
}

export interface CertificateRequestFacts {
  readonly case: 'certificate-request';
  readonly schemes: number;
  readonly authorities: readonly string[];
  readonly required?: boolean;
  /** Asked once the connection stood. */
  readonly late: boolean;
}

/** One certificate as the texts name it. */
export interface CertificateFacts {
  /** Common name of the subject, or the first dNSName, or the whole name. */
  readonly name: string;
  readonly issuer: string;
  readonly role: 'leaf' | 'intermediate' | 'root';
  readonly bytes: number;
  /** 'EC P-256', 'RSA 2048', 'Ed25519'. */
  readonly key: string;
}

export interface CertificateMessageFacts {
  readonly case: 'certificate';
  readonly from: Party;
  readonly certificates: readonly CertificateFacts[];
  /** Intermediates among them that lead up from the leaf, each issued by the next; the leaf's issuer first. */
  readonly above: readonly CertificateFacts[];
  /** Certificates that are neither the leaf nor above it nor a root. */
  readonly strangers: readonly CertificateFacts[];
  /** Ciphertext bytes an eavesdropper counts, record headers excluded; 0 when it went in plaintext. */
  readonly sealedBytes: number;
  /** It went in the clear, as in TLS 1.2. */
  readonly readable: boolean;
  readonly records: number;
  /** The other side had named the leaf's issuer in its CertificateRequest. */
  readonly issuerRequested: boolean;
  /** Bytes of the OCSP response stapled to the leaf; 0: none is in this message. */
  readonly stapleBytes: number;
}

export interface EmptyCertificateFacts {
  readonly case: 'empty-certificate';
  readonly required?: boolean;
}

export interface PathFacts {
  /** Names from the leaf to the trust anchor, or as far as the path that is reported leads. */
  readonly path: readonly string[];
  /** Checks that passed on the reported path. */
  readonly passed: number;
  readonly failed: number;
  readonly notReached: number;
  /** Whether the anchor came from the store without being sent. */
  readonly rootSent: boolean;
  /** In a capture the verdict is this lab's; whoever was there had roots of their own. */
  readonly captured?: boolean;
  /** The user has accepted the certificate after a warning, so the browser goes on. */
  readonly overruled?: boolean;
}

export interface ChainValidFacts extends PathFacts {
  readonly case: 'chain-valid';
  /** Whose certificate was checked: 'server' for the browser's check. */
  readonly subject: Party;
  readonly host: string;
}

export interface ChainInvalidFacts extends PathFacts {
  readonly case: 'chain-invalid';
  readonly subject: Party;
  readonly host: string;
  /** `host` is an IP address. */
  readonly address: boolean;
  readonly leaf?: CertificateFacts;
  /** Certificates in the message. */
  readonly sent: number;
  /** Roots the checking party trusts in this run. */
  readonly roots?: number;
  readonly check: CheckId;
  readonly code: string;
  /** Name of the certificate that failed, and whether that is the leaf. */
  readonly at?: string;
  readonly atLeaf: boolean;
  /** Names of issuers that were looked for. */
  readonly wanted?: string;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** Milliseconds since 1970, for the failures of validity. */
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly clock: number;
}

export type SchemeFamily = 'ecdsa' | 'rsa-pss' | 'ed25519' | 'ml-dsa' | 'other';

export interface CertificateVerifyFacts {
  readonly case: 'certificate-verify';
  readonly from: Party;
  readonly scheme: string;
  readonly family: SchemeFamily;
  readonly signatureBytes: number;
  /** Length of the transcript hash that is signed. */
  readonly hashBytes?: number;
  /** Place in the list of the party that will check it. */
  readonly offered?: Place;
  /** Both lists are known, and it is the first of the checker's list that this key can make. */
  readonly firstFit: boolean;
}

interface SignatureBase {
  readonly by: Party;
  readonly scheme: string;
  /** Common name of the leaf whose public key was used. */
  readonly leaf?: string;
  /** Bytes of the content covered by the signature: 64 spaces, context string, zero byte, transcript hash. */
  readonly signedBytes?: number;
  /** The address bar shows a closed lock from this step on. */
  readonly lockCloses: boolean;
}

export interface SignatureVerifiedFacts extends SignatureBase {
  readonly case: 'signature-verified';
}

export interface SignatureRejectedFacts extends SignatureBase {
  readonly case: 'signature-rejected';
}

export interface FinishedFacts {
  readonly case: 'finished';
  readonly from: Party;
  readonly verifyBytes: number;
  readonly hash?: string;
  /** First message covered by the MAC is always ClientHello; this is the last one. */
  readonly lastCovered: string;
  readonly lastCoveredFrom: Party;
  readonly clientAuthenticated: boolean;
  /** Nobody showed a certificate: the PSK says who is who. */
  readonly psk?: 'resumption' | 'external';
  /** Answers a question asked once the connection stood. */
  readonly late: boolean;
}

export interface DeriveApplicationKeysFacts {
  readonly case: 'derive-application-keys';
  readonly aead?: string;
  readonly keyBytes?: number;
}

export interface ApplicationDataFacts {
  readonly case: 'application-data';
  readonly from: Party;
  /** First in its direction. */
  readonly first: boolean;
  /** Bytes of data, and of the records around them as they crossed the wire. */
  readonly dataBytes: number;
  readonly wireBytes: number;
  readonly records: number;
  readonly padding: number;
  /** First line, when it is printable text. */
  readonly line?: string;
  readonly aead?: string;
  /** Traffic keys of this direction were renewed by a KeyUpdate before. */
  readonly afterKeyUpdate: boolean;
}

export interface NewSessionTicketFacts {
  readonly case: 'new-session-ticket';
  /** Seconds. */
  readonly lifetime: number;
  readonly ticketBytes: number;
  /** Which of how many in this run. */
  readonly place: Place;
  /** Bytes of early data it permits; 0: none. */
  readonly earlyData: number;
}

export interface KeyUpdateFacts {
  readonly case: 'key-update';
  readonly from: Party;
  readonly updateRequested: boolean;
  /** It answers a request of the other side. */
  readonly answer: boolean;
}

export interface CloseNotifyFacts {
  readonly case: 'close-notify';
  readonly from: Party;
  /** The other side has closed its direction before. */
  readonly second: boolean;
  readonly protected: boolean;
  /** In TLS 1.2 the other side must answer at once and say no more. */
  readonly answered: boolean;
}

/** A ClientHello inside of a connection of TLS 1.2 that stands. */
export interface HelloInsideFacts {
  readonly case: 'hello-inside';
  readonly bytes: number;
  readonly serverName: string | null;
  /** It names the handshake before it, RFC 5746 §3.5. */
  readonly bound: boolean;
}

export interface AlertFacts {
  readonly case: 'alert';
  readonly from: Party;
  readonly alert: AlertName | undefined;
  readonly code: number;
  readonly level: Level;
  /** It ends nothing, RFC 5246 §7.2.2. */
  readonly warning?: true;
  /** The step, counted from 1, at which its sender noticed the fault. */
  readonly noticedAt?: number;
  /** Code of that fault. */
  readonly reason?: string;
  /** Messages of the other side that were on their way already and are never processed. */
  readonly unread: readonly string[];
}

/** A record that its receiver could not open or parse. */
export interface UnreadableRecordFacts {
  readonly case: 'unreadable-record';
  readonly from: Party;
  readonly bytes: number;
  readonly protected: boolean;
  /** In a capture: why it stays closed here ('no-key', 'does-not-open', …). Its receiver read it. */
  readonly captured?: string;
}

/** A message step this catalog has no case for: a broken message, or one out of order. */
export interface OtherFacts {
  readonly case: 'other';
  readonly message: string;
  readonly from?: Party;
}

export type StepFacts =
  | Tls12StepFacts
  | ClientHelloFacts
  | SecondClientHelloFacts
  | HelloRetryRequestFacts
  | ServerHelloFacts
  | NegotiationFailureFacts
  | VerifyBinderFacts
  | DeriveEarlyKeysFacts
  | EarlyDataFacts
  | EndOfEarlyDataFacts
  | DeriveHandshakeKeysFacts
  | EncryptedExtensionsFacts
  | CertificateRequestFacts
  | CertificateMessageFacts
  | EmptyCertificateFacts
  | ChainValidFacts
  | ChainInvalidFacts
  | CertificateVerifyFacts
  | SignatureVerifiedFacts
  | SignatureRejectedFacts
  | FinishedFacts
  | DeriveApplicationKeysFacts
  | ApplicationDataFacts
  | NewSessionTicketFacts
  | KeyUpdateFacts
  | CloseNotifyFacts
  | HelloInsideFacts
  | AlertFacts
  | UnreadableRecordFacts
  | OtherFacts;

export type StepCase = StepFacts['case'];

/** The facts of one case. */
export type FactsOf<C extends StepCase> = Extract<StepFacts, { readonly case: C }>;
