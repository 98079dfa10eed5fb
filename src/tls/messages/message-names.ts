/** Handshake messages by their HandshakeType: the names of their structs, RFC 9846 §4 and RFC 5246 §7.4. */
const structNames = {
  1: 'ClientHello',
  2: 'ServerHello',
  4: 'NewSessionTicket',
  5: 'EndOfEarlyData',
  8: 'EncryptedExtensions',
  11: 'Certificate',
  12: 'ServerKeyExchange',
  13: 'CertificateRequest',
  14: 'ServerHelloDone',
  15: 'CertificateVerify',
  16: 'ClientKeyExchange',
  20: 'Finished',
  22: 'CertificateStatus',
  24: 'KeyUpdate',
} as const;

type StructName = (typeof structNames)[keyof typeof structNames];

/** Undefined where this engine has no form for the type. */
export function structName(type: number | undefined): StructName | undefined {
  const names: Readonly<Record<number, StructName>> = structNames;
  return names[type ?? -1];
}
