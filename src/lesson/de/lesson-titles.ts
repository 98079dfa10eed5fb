/** German: title of each lesson, and what it is about. */
import type { lessonTitles as english } from '../en/lesson-titles.ts';

export const lessonTitles: typeof english = {
  'what-for': ['Wozu ein Handshake dient', 'hier beginnen'],
  eavesdropper: ['Was die Lauscherin sieht', 'Namen, Größen und Zeiten'],
  'two-halves': ['Zwei Hälften eines Geheimnisses', 'von kleinen Zahlen bis ML-KEM'],
  envelope: ['Das Geheimnis im Umschlag', 'RSA-Schlüsselaustausch, und der gestohlene Schlüssel'],
  'suite-names': ['Den Namen einer Suite lesen', 'vier Familien von Verfahren'],
  'who-are-you': ['Wer da?', 'das Serverzertifikat, und was es nicht verspricht'],
  'chain-of-trust': ['Die Vertrauenskette', 'Root-, Zwischen- und Leaf-Zertifikat, und das eine, das fehlt'],
  offices: ['Die Stellen hinter einem Zertifikat', 'beantragen, prüfen, signieren, veröffentlichen, sperren'],
  'nobody-changed': ['Niemand hat ein Wort geändert', 'Transkript, Finished und Mallory'],
  'asks-back': ['Der Server fragt zurück', 'Client-Zertifikate und Mutual TLS'],
  'two-versions': ['TLS 1.2 gegen TLS 1.3', 'Roundtrips, Wiederaufnahme und 0-RTT'],
  'thirty-years': ['Dreißig Jahre', 'von SSL 1.0 bis Post-Quanten'],
};
