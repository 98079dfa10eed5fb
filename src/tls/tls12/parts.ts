/** Makes TLS 1.2 known to the codecs: see part.ts. */
import { tls12Bodies } from '../messages/tls12-bodies.ts';
import { tls12SuiteByCode } from '../registry/suite-parts.ts';
import { addTls12Part } from './part.ts';

addTls12Part({ suiteByCode: tls12SuiteByCode, bodies: tls12Bodies });
