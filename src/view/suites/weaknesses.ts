/** Known weaknesses, by the part of a suite that has them. */
import { spec } from '../../bytes/spec.ts';
import type { Spec } from '../../bytes/spec.ts';
import type { SuiteAnatomy } from './anatomy.ts';

export type WeaknessId =
  | 'no-encryption'
  | 'integrity-only'
  | 'anonymous'
  | 'export'
  | 'freak'
  | 'logjam'
  | 'rc4'
  | 'sweet32'
  | 'des'
  | 'no-forward-secrecy'
  | 'robot'
  | 'raccoon'
  | 'static-ecdh'
  | 'lucky13'
  | 'beast'
  | 'weak-group'
  | 'dss'
  | 'md5'
  | 'psk-guessing'
  | 'short-tag';

export interface Weakness {
  readonly id: WeaknessId;
  /** The name it goes by; undefined where it is no attack but a property. */
  readonly name: string | undefined;
  readonly year: number | undefined;
  /** CVE number or paper. */
  readonly source: string | undefined;
  readonly spec: Spec | undefined;
  /** `broken`: do not use. `legacy`: there is better. `remark`: fine where it is meant for. */
  readonly weight: 'broken' | 'legacy' | 'remark';
}

interface Rule extends Weakness {
  readonly applies: (suite: SuiteAnatomy) => boolean;
}

const rules: readonly Rule[] = [
  rule(
    'no-encryption',
    undefined,
    undefined,
    undefined,
    spec(5246, '6.2.3.1'),
    'broken',
    (suite) => suite.cipher === 'NULL' && suite.family === 'tls12',
  ),
  rule(
    'integrity-only',
    undefined,
    undefined,
    undefined,
    spec(9150, '4'),
    'broken',
    (suite) => suite.cipher === 'NULL' && suite.family === 'tls13',
  ),
  rule(
    'anonymous',
    undefined,
    undefined,
    undefined,
    spec(5246, 'F.1.1.1'),
    'broken',
    (suite) => suite.authentication === 'anon' || suite.authentication === 'NULL',
  ),
  rule('export', undefined, undefined, undefined, spec(4346, 'A.5'), 'broken', (suite) => suite.export),
  rule(
    'freak',
    'FREAK',
    2015,
    'CVE-2015-0204',
    undefined,
    'broken',
    (suite) => suite.export && suite.exchange === 'RSA',
  ),
  rule(
    'logjam',
    'Logjam',
    2015,
    'CVE-2015-4000',
    undefined,
    'broken',
    (suite) => suite.export && suite.exchange === 'DHE',
  ),
  rule(
    'rc4',
    'RC4 biases',
    2013,
    'AlFardan et al.',
    spec(7465, '2'),
    'broken',
    (suite) => suite.cipher === 'RC4',
  ),
  rule(
    'sweet32',
    'Sweet32',
    2016,
    'CVE-2016-2183',
    undefined,
    'broken',
    ({ cipher }) => cipher === '3DES' || cipher === 'DES' || cipher === 'IDEA' || cipher === 'RC2',
  ),
  rule('des', 'DES Cracker', 1998, 'EFF', spec(5469, ''), 'broken', (suite) => suite.cipher === 'DES'),
  rule(
    'no-forward-secrecy',
    undefined,
    undefined,
    undefined,
    spec(9325, '4.1'),
    'legacy',
    (suite) => suite.family === 'tls12' && !suite.forwardSecrecy && suite.exchange !== 'NULL',
  ),
  rule(
    'robot',
    'Bleichenbacher, ROBOT',
    1998,
    'CVE-2017-13099',
    spec(5246, '7.4.7.1'),
    'legacy',
    ({ exchange }) => exchange === 'RSA' || exchange === 'RSA_PSK',
  ),
  rule('raccoon', 'Raccoon', 2020, 'CVE-2020-1968', undefined, 'legacy', (suite) => suite.exchange === 'DH'),
  rule(
    'static-ecdh',
    'Invalid curve',
    2015,
    'Jager et al.',
    undefined,
    'legacy',
    (suite) => suite.exchange === 'ECDH',
  ),
  rule(
    'lucky13',
    'Lucky 13',
    2013,
    'CVE-2013-0169',
    spec(7366, ''),
    'legacy',
    (suite) => suite.mode === 'CBC',
  ),
  rule(
    'beast',
    'BEAST',
    2011,
    'CVE-2011-3389',
    spec(4346, '1.1'),
    'legacy',
    (suite) => suite.mode === 'CBC' && (suite.hash === 'SHA' || suite.hash === 'MD5'),
  ),
  rule(
    'weak-group',
    'Logjam',
    2015,
    'weakdh.org',
    spec(7919, '1'),
    'remark',
    (suite) => !suite.export && (suite.exchange === 'DHE' || suite.exchange === 'DHE_PSK'),
  ),
  rule(
    'dss',
    undefined,
    2021,
    undefined,
    spec(9155, ''),
    'legacy',
    (suite) => suite.authentication === 'DSS',
  ),
  rule('md5', undefined, 2011, undefined, spec(6151, '2'), 'legacy', (suite) => suite.hash === 'MD5'),
  rule(
    'psk-guessing',
    undefined,
    undefined,
    undefined,
    spec(4279, '7.2'),
    'remark',
    ({ exchange }) => exchange === 'PSK',
  ),
  rule(
    'short-tag',
    undefined,
    undefined,
    undefined,
    spec(6655, '6.1'),
    'remark',
    (suite) => suite.mode === 'CCM_8',
  ),
];

/** In the order of the table: the heaviest first. */
export function weaknessesOf(suite: SuiteAnatomy): readonly Weakness[] {
  return rules.filter((candidate) => candidate.applies(suite));
}

function rule(
  id: WeaknessId,
  name: string | undefined,
  year: number | undefined,
  source: string | undefined,
  reference: Spec | undefined,
  weight: Weakness['weight'],
  applies: Rule['applies'],
): Rule {
  return { id, name, year, source, spec: reference, weight, applies };
}
