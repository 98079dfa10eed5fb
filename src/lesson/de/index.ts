/**
 * German, by area; the frame of the page is apart (lab.ts), because it is drawn first.
 *
 * What all texts keep to:
 * - „…“ and ‚…‘; nobody is addressed: buttons and instructions are infinitives, prose has browser, server or Eve as its subject.
 * - Names of fields, messages, alerts, suites, groups and labels, commands and what clients print stay as they are.
 * - Numbers are numerals; thousands by `grouped`, decimals by `decimal` (numbers.ts).
 * - Durchlauf (run), Schritt, Ablauf (ladder), Leitung (wire), Mitschnitt (capture), Einstellen (configure).
 * - Cipher Suite, Handshake, Alert, Record, Nonce, Key Share, Traffic Secret, Main Secret, Transkript-Hash, Forward Secrecy, Roundtrip;
 *   Schlüsselaustausch, gemeinsames Geheimnis, Ableitung, Signaturverfahren, Wiederaufnahme, Early Data.
 * - Zertifikat, Leaf-Zertifikat, Zwischenzertifikat, Root-Zertifikat (die Root), Root-Store, Vertrauensanker, Zertifizierungsstelle (CA),
 *   Aussteller, Inhaber, Kette (sent) and Pfad (found), Gültigkeit, Sperrung, Sperrliste (CRL), OCSP-Antwort, Zertifikatsantrag (CSR).
 * - verschlüsseln, signieren, hashen, ableiten, versiegeln are never interchangeable; „verifiziert“ only where a verifier said so.
 */
import { advice } from './advice.ts';
import { appearance } from './appearance.ts';
import { attack } from './attack.ts';
import { captures } from './captures.ts';
import { check } from './check.ts';
import { checks } from './checks.ts';
import { clients } from './clients.ts';
import { compare } from './compare.ts';
import { configure } from './configure.ts';
import { errors } from './errors.ts';
import { exportWords } from './exports.ts';
import { fields } from './fields.ts';
import { glossary } from './glossary.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { kit } from './kit.ts';
import { learnLink } from './learn-link.ts';
import { learn } from './learn.ts';
import { lessonTitles } from './lesson-titles.ts';
import { negotiation } from './negotiation.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { report } from './report.ts';
import { scenarios } from './scenarios.ts';
import { present, share } from './share.ts';
import { sentences } from './sentences.ts';
import { snippets } from './snippets.ts';
import { start } from './start.ts';
import { steps } from './steps.ts';
import { suites } from './suites.ts';
import { trustPage } from './trust-page.ts';
import { trust } from './trust.ts';
import { valueNames } from './value-names.ts';
import { workshop } from './workshop.ts';

export const german = {
  advice,
  problems,
  scenarios,
  appearance,
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
  sentences,
  share,
  snippets,
  start,
  steps,
  suites,
  trust,
  trustPage,
  valueNames,
  workshop,
};
