/** The clients whose behaviour is known here, with the versions that were measured. */

export const measuredOn = '2026-11-23';

export type ClientId =
  | 'chromium'
  | 'firefox'
  | 'openssl'
  | 'curl'
  | 'python'
  | 'node'
  | 'go'
  | 'java'
  | 'gnutls'
  | 'safari';

export interface Client {
  readonly id: ClientId;
  readonly name: string;
  /** Absent: never measured, only read about. */
  readonly version?: string;
  /** What `Report.code` is for this client. */
  readonly codeIs: 'net error' | 'verify code' | 'exit code' | 'status' | 'none';
}

export const clients: readonly Client[] = [
  { id: 'chromium', name: 'Chromium', version: '156.0.8078.79', codeIs: 'net error' },
  { id: 'firefox', name: 'Firefox', version: '153.7.0esr', codeIs: 'none' },
  { id: 'safari', name: 'Safari', codeIs: 'status' },
  { id: 'openssl', name: 'OpenSSL', version: '3.0.19', codeIs: 'verify code' },
  { id: 'curl', name: 'curl', version: '7.88.1', codeIs: 'exit code' },
  { id: 'go', name: 'Go', version: '1.19.8', codeIs: 'none' },
  { id: 'java', name: 'Java', version: 'OpenJDK 17.0.15', codeIs: 'none' },
  { id: 'python', name: 'Python', version: '3.11.7', codeIs: 'verify code' },
  { id: 'node', name: 'Node', version: '20.20.2', codeIs: 'none' },
  { id: 'gnutls', name: 'GnuTLS', version: '3.7.9', codeIs: 'none' },
];

/** What a client prints, sends and offers when it stops. */
export interface Report {
  /** Words in braces stand for values of the run: {host}, {names}, {now}, {issuer}, … */
  readonly text: string;
  readonly code?: number;
  /** AlertDescription it puts on the wire; null where it closes without one, absent where that is not known. */
  readonly alert?: number | null;
  /** Browsers: whether the page offers a way past; null where it was not looked at. */
  readonly proceed?: boolean | null;
}
