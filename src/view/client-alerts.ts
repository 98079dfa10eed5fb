/** What a client shows when the server has refused its certificate: the alert in that client's words. */
import { clients } from '../lab/clients/clients.ts';
import { handshakeReports } from '../lab/clients/handshake.ts';
import type { Trace } from '../lab/trace.ts';
import { alertCodes } from '../tls/registry/alerts.ts';
import { alertSent } from './trust.ts';

export interface ClientAlertRow {
  readonly client: string;
  readonly version: string | undefined;
  readonly text: string;
  readonly measured: boolean;
  /** curl exits with 60 for an expired client certificate in TLS 1.2, as if the server's were bad. */
  readonly blames: boolean;
}

/** Texts of OpenSSL's table of reasons (ssl_err.c), as s_client and curl print them. */
const opensslTexts: Readonly<Record<number, string>> = {
  [alertCodes.bad_certificate]: 'sslv3 alert bad certificate',
  [alertCodes.unsupported_certificate]: 'sslv3 alert unsupported certificate',
  [alertCodes.certificate_revoked]: 'sslv3 alert certificate revoked',
  [alertCodes.certificate_expired]: 'sslv3 alert certificate expired',
  [alertCodes.certificate_unknown]: 'sslv3 alert certificate unknown',
  [alertCodes.unknown_ca]: 'tlsv1 alert unknown ca',
};
/** Alerts that OpenSSL and curl were measured with. */
const measured: readonly number[] = [
  alertCodes.unsupported_certificate,
  alertCodes.certificate_expired,
  alertCodes.unknown_ca,
];

/** Empty where the server refused nothing. */
export function clientAlertRows(trace: Trace): readonly ClientAlertRow[] {
  if (trace.outcome.kind !== 'failed' || trace.outcome.noticedBy !== 'server') return [];
  const alert = alertSent(trace);
  if (alert === undefined) return [];
  const old = trace.negotiated.version === 0x0303;
  if (trace.outcome.error.code === 'certificate-required') {
    const row = handshakeReports[old ? 'client-certificate-required-12' : 'client-certificate-required'];
    return clients.flatMap(({ id, name, version }) => {
      const report = row[id];
      return report === undefined || report === 'connects'
        ? []
        : [{ client: name, version, text: report.text, measured: true, blames: false }];
    });
  }
  const text = opensslTexts[alert.code];
  if (text === undefined) return [];
  const seen = measured.includes(alert.code);
  const exit = old ? (alert.code === alertCodes.certificate_expired ? 60 : 35) : 56;
  const row = (id: 'openssl' | 'curl', line: string): ClientAlertRow => ({
    client: clients.find((client) => client.id === id)?.name ?? id,
    version: clients.find((client) => client.id === id)?.version,
    text: line,
    measured: seen,
    blames: id === 'curl' && exit === 60,
  });
  return [
    row('openssl', `SSL alert number ${alert.code}: ${text}`),
    row('curl', `curl: (${exit}) SSL routines::${text}`),
  ];
}
