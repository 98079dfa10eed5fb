/** German: title of each lesson, and what it is about. */
import type { lessonTitles as english } from '../en/lesson-titles.ts';

export const lessonTitles: typeof english = {
  'what-for': ['Wozu ein Handshake dient', 'hier beginnen'],
  eavesdropper: ['Was der Lauscher sieht', 'Namen, Größen und Zeiten'],
  'two-halves': ['Zwei Hälften eines Geheimnisses', 'von kleinen Zahlen bis ML-KEM'],
  envelope: ['Das Geheimnis im Umschlag', 'RSA-Schlüsselaustausch, und der gestohlene Schlüssel'],
  'suite-names': ['Den Namen einer Suite lesen', 'vier Familien von Verfahren'],
};
