/** The smallest HTTP/1.1 that a browser is content with. */
import type { NegotiatedValues } from '../../src/tls/connection/events.ts';
import { negotiatedText } from './steps.ts';

/** Nothing is kept of a request beyond this. */
const maxRequest = 65_536;

/** The whole answer once the head of the request is complete; undefined until then. Always ends the connection. */
export function httpAnswer(request: string, negotiated: NegotiatedValues): string | undefined {
  const end = request.indexOf('\r\n\r\n');
  if (end < 0 && request.length > maxRequest)
    return answer('431 Request Header Fields Too Large', 'Too long.', true);
  // `openssl s_client` and other hands on a keyboard end lines with \n only.
  if (end < 0 && !/\n\n/.test(request)) return undefined;
  const [, method, path] = /^([A-Z]+) (\S+) HTTP\/1\.[01]\r?$/m.exec(request.split('\n', 1)[0] ?? '') ?? [];
  if (method === undefined || path === undefined)
    return answer('400 Bad Request', 'This is no HTTP/1.1 request.', true);
  if (method !== 'GET' && method !== 'HEAD')
    return answer('405 Method Not Allowed', 'GET and HEAD only.', true);
  if (path === '/favicon.ico') return answer('404 Not Found', 'There is none.', method === 'GET');
  return answer('200 OK', `You are connected with ${negotiatedText(negotiated)}.`, method === 'GET');
}

function answer(status: string, sentence: string, withBody: boolean): string {
  const body = `<!doctype html><html lang="en"><title>Handshake Lab bridge</title><p>${escape(sentence)}</p></html>\n`;
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${withBody ? body : ''}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
