/** node-forge's TLS 1.2 handshake with an RSA-2048 certificate, both sides in memory, with one request and answer. */
import forge from 'node-forge';

export function forgeHandshake(): () => Promise<void> {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const name = [{ name: 'commonName', value: 'shop.example' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([{ name: 'basicConstraints', cA: true }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const pem = forge.pki.certificateToPem(certificate);
  const keyPem = forge.pki.privateKeyToPem(keys.privateKey);
  const suite = forge.tls.CipherSuites['TLS_RSA_WITH_AES_128_CBC_SHA'];
  if (suite === undefined) throw new Error('node-forge lacks the suite');
  const suites = [suite];

  return () =>
    new Promise((resolve, reject) => {
      const ignore = (): void => undefined;
      const fail = (_: unknown, error: { message: string }): void => reject(new Error(error.message));
      const server = forge.tls.createConnection({
        server: true,
        cipherSuites: suites,
        connected: ignore,
        getCertificate: () => pem,
        getPrivateKey: () => keyPem,
        tlsDataReady: (connection) => void client.process(connection.tlsData.getBytes()),
        dataReady: (connection) => {
          connection.data.getBytes();
          connection.prepare('HTTP/1.1 200 OK');
        },
        closed: ignore,
        error: fail,
      });
      const client = forge.tls.createConnection({
        server: false,
        caStore: [certificate],
        cipherSuites: suites,
        verify: () => true,
        connected: (connection) => void connection.prepare('GET /cart HTTP/1.1'),
        tlsDataReady: (connection) => void server.process(connection.tlsData.getBytes()),
        dataReady: () => resolve(),
        closed: ignore,
        error: fail,
      });
      client.handshake();
    });
}
