/**
 * The trace: the immutable record of one run. Everything a user sees on screen is in here, or is
 * prose about it. Documented in docs/trace-format.md; `traceVersion` grows with every change.
 *
 * Each step can be drawn without looking at its neighbours.
 */
import type { Field } from '../bytes/field.ts';
import type { Bytes } from '../crypto/port.ts';
import type { Operation } from '../crypto/recorder.ts';
import type { CertificateRef, PathResult } from '../x509/path/result.ts';
import type { TlsError } from '../tls/errors.ts';
import type { ContentName, Facts, NegotiatedValues } from '../tls/connection/events.ts';
import type { ByteView, Level } from '../tls/record/view.ts';
import type { Holdings } from './holdings.ts';
import type { Scenario } from './scenario.ts';

export const traceVersion = 3;

export type Party = 'browser' | 'server';
export type Observer = Party | 'eavesdropper';

export type { ByteView, Level };

export interface Trace {
  readonly version: typeof traceVersion;
  /**
   * 'lab' ran both parties; 'replay' ran the server alone, and somebody sent it what a browser had sent before;
   * 'bridge' ran one against a real peer over TCP.
   */
  readonly source:
    | { readonly kind: 'lab' }
    | { readonly kind: 'replay' }
    | { readonly kind: 'bridge'; readonly party: Party; readonly peer: string }
    | CaptureSource;
  readonly scenario: Scenario;
  /** The clock the run used, milliseconds since 1970 UTC. */
  readonly clock: number;
  readonly steps: readonly Step[];
  readonly outcome: Outcome;
  /** Everything agreed on by the end. */
  readonly negotiated: Negotiated;
  readonly certificates: readonly CertificateRecord[];
  /** SSLKEYLOGFILE lines, RFC 9850, with the step at which each secret exists. */
  readonly keyLog: readonly { readonly step: number; readonly line: string; readonly level: Level }[];
  /** Every named secret in derivation order, with who can compute it after which step. */
  readonly secrets: readonly SecretRecord[];
  /** Messages that crossed the wire but were never processed, because their receiver had given up. */
  readonly unread: readonly {
    readonly message: MessageName;
    readonly from: Party;
    readonly length: number;
  }[];
  /** What each party held when it judged the other's chain: nothing, where it was outside. Older files of the bridge lack it. */
  readonly trust?: Readonly<Record<Party, Holdings>>;
  /**
   * The connection before this one: whose ticket this one comes back with, whose messages are sent again in it, or
   * after whose warning the user went on all the same. It may have one before it too.
   */
  readonly previous?: Trace;
  /** Milliseconds from first to last event by the injected clock. */
  readonly duration: number;
}

/** A connection between two others, read from a capture file; the checks are this Lab's. */
export interface CaptureSource {
  readonly kind: 'capture';
  readonly file: string;
  /** Endpoints as 'address:port'. */
  readonly client: string;
  readonly server: string;
  /** Secrets of the key log that belong to this connection. */
  readonly secrets: number;
  /** What could not be read, and why. */
  readonly notes: readonly CaptureNote[];
}

export type CaptureNote =
  /** Records that stayed closed, and the reason. */
  | {
      readonly code:
        | 'no-key'
        | 'no-handshake'
        | 'no-answer'
        | 'does-not-open'
        | 'unsupported-suite'
        | 'unsupported-version'
        | 'unknown-message';
      readonly records: number;
    }
  /** Bytes of the connection that are not in the capture. */
  | { readonly code: 'gap'; readonly party: Party; readonly bytes: number }
  /** Bytes of records of which another part is missing. */
  | { readonly code: 'torn'; readonly party: Party; readonly bytes: number }
  /** Bytes before, between or after the records. */
  | { readonly code: 'not-tls'; readonly party: Party; readonly bytes: number }
  /** The capture ends inside of a record. */
  | { readonly code: 'cut-record'; readonly party: Party; readonly bytes: number; readonly of: number }
  | { readonly code: 'unfinished-message'; readonly party: Party; readonly bytes: number };

export type Outcome =
  | { readonly kind: 'completed' }
  | {
      readonly kind: 'failed';
      /** Index of the step where it was noticed (a local step, or the message that was wrong). */
      readonly step: number;
      readonly noticedBy: Party;
      readonly error: TlsError;
    }
  /** Nobody found a fault, and yet the connection does not stand, or was cut off: what each side waits for. */
  | {
      readonly kind: 'stalled';
      /** Index of the last step. */
      readonly step: number;
      /** States as tls/client/states.ts and tls/server/states.ts name them. */
      readonly waiting: Readonly<Record<Party, string>>;
      /** The network closed the connection. */
      readonly cut: boolean;
    };

export interface Negotiated extends NegotiatedValues {
  readonly helloRetryRequest: boolean;
}

export type Step = MessageStep | LocalStep;

interface StepBase {
  /** Position in the trace, from 0 (screens count from 1). */
  readonly index: number;
  /** Stable across runs, unique in one: 'client_hello', 'client_hello_2', 'certificate', 'validate_chain', 'application_data_1', … */
  readonly id: string;
  /**
   * Flights as in RFC 9846 Figure 1 and RFC 5246 Figure 1; retry belongs to HelloRetryRequest and the second
   * ClientHello, server-2 to what a TLS 1.2 server says after the client's Finished.
   */
  readonly flight: 'client-1' | 'retry' | 'server' | 'client-2' | 'server-2' | 'application' | 'alert';
  /** Crypto done for this step, by either party, in order. */
  readonly operations: readonly StepOperation[];
  readonly knowledge: Knowledge;
  /** What has been agreed on once this step is done. */
  readonly negotiated: Negotiated;
  /** What the address bar shows once this step is done. */
  readonly lock: 'open' | 'verified' | 'failed';
  /** The browser has verified chain and CertificateVerify, or the Finished of a server that took its PSK. */
  readonly serverAuthenticated: boolean;
  /** So far, this step included. */
  readonly eavesdropper: { readonly read: number; readonly seen: number };
  /** Present on the step where the run failed. */
  readonly error?: TlsError;
}

export interface StepOperation extends Operation {
  readonly party: Party;
}

/** A message by its name in RFC 9846, or a record that its receiver could not open or parse. */
export type MessageName = ContentName | 'UnreadableRecord';

export interface MessageStep extends StepBase {
  readonly kind: 'message';
  readonly message: MessageName;
  readonly from: Party;
  readonly to: Party;
  /** When it left its sender, in milliseconds since the run began. Absent where nobody looked at a clock. */
  readonly time?: number;
  readonly level: Level;
  /** The records as they crossed the wire, headers included; tree over exactly these bytes. */
  readonly wire: ByteView;
  /**
   * For protected messages: record header(s) and what was inside (handshake message, content type, padding).
   * The tag is not in here. Absent when the view would equal `wire`, or when nobody could open the record.
   */
  readonly plain?: ByteView;
  /** The handshake message, alert or data itself, without record framing. */
  readonly content: Bytes;
  /** Where `content` lies in `plain.bytes` (or `wire.bytes` for plaintext), one span per record. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** Sizes and types an eavesdropper sees: outer content type and length of each record. */
  readonly records: readonly {
    readonly outerType: number;
    readonly length: number;
    readonly sequence?: number;
  }[];
  /** Dummy ChangeCipherSpec records that travelled right before this message; shown small, RFC 9846 §E.4. */
  readonly compatibilityRecords: readonly { readonly from: Party; readonly bytes: Bytes }[];
  /** Certificates carried, in order; indices into trace.certificates. */
  readonly certificates: readonly number[];
  /** Facts the explanation quotes (counts, names, the rule that chose); plain values. */
  readonly facts: Facts;
  /** What the network did to it. Bytes, trees and content of the step are what arrived; of what never did, what was sent. */
  readonly network?: NetworkMark;
}

export interface NetworkMark {
  /** Places in scenario.network. */
  readonly acts: readonly number[];
  /** Acts that fit nothing in this message. */
  readonly refused: readonly number[];
  readonly fate:
    | 'edited'
    | 'truncated'
    | 'dropped'
    | 'duplicated'
    | 'delayed'
    | 'replayed'
    | 'injected'
    | 'cut-off';
  /** The records as their sender made them; absent where they arrived as they were, or nobody sent them. */
  readonly sent?: ByteView;
}

export interface LocalStep extends StepBase {
  readonly kind: 'local';
  readonly work:
    | 'verify_binder'
    | 'derive_early_keys'
    | 'derive_handshake_keys'
    | 'validate_chain'
    | 'verify_signature'
    | 'derive_application_keys'
    | 'validate_client_chain'
    | 'verify_client_signature'
    // TLS 1.2 only.
    | 'decrypt_premaster_secret'
    | 'derive_key_block'
    | 'negotiate';
  readonly parties: readonly Party[];
  /** For validate_chain and validate_client_chain. */
  readonly path?: PathResult;
  readonly facts: Facts;
}

export type { Facts };

/** Names of the values each observer can compute once the step is done, and what is new in this step. */
export type Knowledge = Readonly<
  Record<Observer, { readonly known: readonly string[]; readonly learned: readonly string[] }>
>;

export interface SecretRecord {
  /** Public: randoms and key shares, which all can see on the wire. */
  readonly secrecy: 'secret' | 'public';
  /** Same name as in operations: 'handshake_secret', 'client_handshake_traffic_secret', … */
  readonly name: string;
  readonly bytes: Bytes;
  readonly derivedFrom: readonly string[];
  /** First step after which the observer can compute it; absent: never in this run. `how` is the verb on the chip. */
  readonly knownTo: Partial<
    Record<
      Observer,
      { readonly step: number; readonly how: 'made' | 'received' | 'derived' | 'sees' | 'had' | 'constant' }
    >
  >;
}

export interface CertificateRecord {
  readonly der: Bytes;
  /** Tree over `der`. */
  readonly field: Field;
  /** Who presented or held it, and its place there: sent[0] is the leaf. */
  readonly ref: CertificateRef;
  readonly owner: Party;
  readonly role: 'leaf' | 'intermediate' | 'root';
}
