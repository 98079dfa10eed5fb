/** The trainer's sessions: which demos, in which order. Their words are in en/guide.ts and de/guide.ts. */
import { catalog } from './catalog.ts';
import { guide as german } from './de/guide.ts';
import { guide as english } from './en/guide.ts';

export interface GuideDemo {
  /** Names its words. */
  readonly id: string;
  readonly page: 'lab' | 'attack';
  /** Id of the scenario. */
  readonly scenario: string;
  /** Id of the step that is on screen. */
  readonly step: string;
  /** The same, from 1, as links count. */
  readonly at: number;
  readonly tab?: 'bytes' | 'crypto' | 'certificates' | 'checks' | 'negotiation';
}

export interface GuideSession {
  readonly id: string;
  readonly minutes: number;
  readonly demos: readonly GuideDemo[];
}

export interface DemoWords {
  /** Asked aloud before the answer is shown. */
  readonly question: string;
  /** What the room should arrive at. */
  readonly answer: string;
  /** What rooms say instead. */
  readonly wrong: readonly string[];
  /** What the trainer presses. */
  readonly click: string;
}

export interface SessionWords {
  readonly title: string;
  /** For whom, and what they can do afterwards. */
  readonly goal: string;
  readonly demos: Readonly<Record<string, DemoWords>>;
}

const demo = (
  id: string,
  scenario: string,
  step: string,
  at: number,
  tab?: GuideDemo['tab'],
  page: GuideDemo['page'] = 'lab',
): GuideDemo => ({ id, page, scenario, step, at, ...(tab && { tab }) });

export const sessions: readonly GuideSession[] = [
  {
    id: 'missing-intermediate',
    minutes: 15,
    demos: [
      demo('whole', 'tls13', 'validate_chain', 6, 'checks'),
      demo('missing', 'missing-intermediate', 'validate_chain', 6, 'checks'),
      demo('cached', 'intermediate-cached', 'validate_chain', 6, 'checks'),
      demo('fetched', 'intermediate-fetched', 'validate_chain', 6, 'checks'),
      demo('order', 'chain-out-of-order', 'validate_chain', 6, 'checks'),
    ],
  },
  {
    id: 'devops',
    minutes: 45,
    demos: [
      demo('sent', 'tls13', 'certificate', 5, 'certificates'),
      demo('host', 'wrong-host', 'validate_chain', 6, 'checks'),
      demo('wildcard', 'wildcard-too-deep', 'validate_chain', 6, 'checks'),
      demo('expired', 'expired', 'validate_chain', 6, 'checks'),
      demo('clock', 'not-yet-valid', 'validate_chain', 6, 'checks'),
      demo('missing', 'missing-intermediate', 'validate_chain', 6, 'checks'),
      demo('self-signed', 'self-signed', 'validate_chain', 6, 'checks'),
      demo('stacked', 'expired-wrong-host', 'validate_chain', 6, 'checks'),
      demo('revoked', 'revoked', 'validate_chain', 6, 'checks'),
      demo('suites', 'no-common-suite', 'client_hello', 1, 'bytes'),
    ],
  },
  {
    id: 'first-byte',
    minutes: 90,
    demos: [
      demo('hello', 'tls13', 'client_hello', 1, 'bytes'),
      demo('answer', 'tls13', 'server_hello', 2, 'negotiation'),
      demo('keys', 'tls13', 'derive_handshake_keys', 3, 'crypto'),
      demo('certificate', 'tls13', 'certificate', 5, 'certificates'),
      demo('chain', 'tls13', 'validate_chain', 6, 'checks'),
      demo('proof', 'tls13', 'certificate_verify', 7, 'crypto'),
      demo('finished', 'tls13', 'finished', 9, 'crypto'),
      demo('data', 'tls13', 'application_data_1', 12, 'bytes'),
      demo('end', 'tls13', 'close_notify', 14, 'bytes'),
      demo('retry', 'hello-retry-request', 'hello_retry_request', 2, 'bytes'),
      demo('rsa', 'tls12-rsa-key-exchange', 'client_key_exchange', 6, 'crypto'),
      demo('ecdhe', 'tls12', 'server_key_exchange', 5, 'bytes'),
      demo('ticket', 'resumption', 'client_hello', 1, 'bytes'),
      demo('early', 'early-data', 'early_data_1', 4, 'bytes'),
      demo('downgrade', 'attack-downgrade', 'server_hello', 2, 'bytes', 'attack'),
      demo('stolen', 'attack-stolen-key-rsa', 'client_key_exchange', 6, 'bytes', 'attack'),
    ],
  },
  {
    id: 'mutual',
    minutes: 45,
    demos: [
      demo('request', 'client-certificate', 'certificate_request', 5, 'bytes'),
      demo('sent', 'client-certificate', 'client_certificate', 12, 'certificates'),
      demo('proof', 'client-certificate', 'client_certificate_verify', 14, 'crypto'),
      demo('none', 'client-certificate-none', 'client_certificate', 12, 'bytes'),
      demo('required', 'client-certificate-required', 'alert', 13, 'bytes'),
      demo('issuer', 'client-certificate-unknown-issuer', 'validate_client_chain', 13, 'checks'),
      demo('purpose', 'client-certificate-wrong-purpose', 'validate_client_chain', 13, 'checks'),
      demo('readable', 'tls12-client-certificate', 'client_certificate', 9, 'bytes'),
    ],
  },
  {
    id: 'post-quantum',
    minutes: 30,
    demos: [
      demo('threat', 'attack-stolen-key-ecdhe', 'application_data_1', 14, 'bytes', 'attack'),
      demo('share', 'tls13', 'client_hello', 1, 'bytes'),
      demo('group', 'tls13', 'server_hello', 2, 'crypto'),
      demo('signature', 'tls13', 'certificate_verify', 7, 'crypto'),
      demo('certificate', 'post-quantum-certificate', 'certificate', 5, 'certificates'),
    ],
  },
];

export const guideWords = catalog({ en: english, de: german });
