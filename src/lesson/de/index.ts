/**
 * German, by area; the frame of the page is apart (lab.ts), because it is drawn first.
 *
 * What all texts keep to:
 * - „…“ and ‚…‘; nobody is addressed: buttons and instructions are infinitives, prose has browser, server or Eve as its subject.
 * - Names of fields, messages, alerts, suites, groups and labels, commands and what clients print stay as they are.
 * - Numbers are numerals; thousands by `grouped`, decimals by `decimal` (numbers.ts).
 * - Lauf der Dinge: Durchlauf (run), Schritt, Ablauf (ladder), Leitung (wire), Mitschnitt (capture), Einstellen (configure).
 * - Cipher Suite, Handshake, Alert, Record, Nonce, Key Share, Traffic Secret, Main Secret, Transkript-Hash, Forward Secrecy, Roundtrip;
 *   Schlüsselaustausch, gemeinsames Geheimnis, Ableitung, Signaturverfahren, Wiederaufnahme, Early Data.
 * - Zertifikat, Leaf-Zertifikat, Zwischenzertifikat, Root-Zertifikat, Root-Store, Vertrauensanker, Zertifizierungsstelle (CA),
 *   Aussteller, Inhaber, Kette (sent) and Pfad (found), Gültigkeit, Sperrung, Sperrliste (CRL), OCSP-Antwort, Zertifikatsantrag (CSR).
 * - verschlüsseln, signieren, hashen, ableiten, versiegeln are never interchangeable; „verifiziert“ only where a verifier said so.
 */
import { attack } from '../en/attack.ts';
import { captures } from '../en/captures.ts';
import { check } from '../en/check.ts';
import { checks } from '../en/checks.ts';
import { clients } from '../en/clients.ts';
import { compare } from '../en/compare.ts';
import { configure } from '../en/configure.ts';
import { errors } from '../en/errors.ts';
import { exportWords } from '../en/exports.ts';
import { fields } from '../en/fields.ts';
import { glossary } from '../en/glossary.ts';
import { help } from '../en/help.ts';
import { inspector } from '../en/inspector.ts';
import { kit } from '../en/kit.ts';
import { learn } from '../en/learn.ts';
import { learnLink } from '../en/learn-link.ts';
import { lessonTitles } from '../en/lesson-titles.ts';
import { negotiation } from '../en/negotiation.ts';
import { operations } from '../en/operations.ts';
import { report } from '../en/report.ts';
import { present, share } from '../en/share.ts';
import { start } from '../en/start.ts';
import { steps } from '../en/steps.ts';
import { suites } from '../en/suites.ts';
import { trust } from '../en/trust.ts';
import { trustPage } from '../en/trust-page.ts';
import { workshop } from '../en/workshop.ts';
import { appearance } from './appearance.ts';

/** English areas not yet translated. Empty in the end. */
const untranslated = {
  attack,
  captures,
  check,
  checks,
  clients,
  compare,
  configure,
  errors,
  exports: exportWords,
  fields,
  glossary,
  help,
  inspector,
  kit,
  learn,
  learnLink,
  lessonTitles,
  negotiation,
  operations,
  present,
  report,
  share,
  start,
  steps,
  suites,
  trust,
  trustPage,
  workshop,
};

export const german = {
  ...untranslated,
  appearance,
};
