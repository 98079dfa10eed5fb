/** What texts quote of the workshop: of its offices as they are, and of what was done since the part was opened. */
import { findingFor } from '../../authority/workshop/control.ts';
import { examples, wishOf } from '../../authority/workshop/draft.ts';
import type { Application, Entry, RequestWish, Workshop } from '../../authority/workshop/model.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import { type CertificateFacts, factsOfCertificate } from './chain-facts.ts';

export interface EntryFacts extends CertificateFacts {
  readonly entry: Entry;
  /** Common name of who signed, and the number of its current list. */
  readonly office: string;
  readonly listNumber: number;
}

export interface OfficeFacts {
  readonly workshop: Workshop;
  readonly root: CertificateFacts;
  /** The authority that issues. */
  readonly issuing: CertificateFacts;
  /** What the applicant wants: of a request for names on the desk, or of the example to begin with. */
  readonly wish: RequestWish;
  /** Names in it, and those of them for which there is proof. */
  readonly names: readonly string[];
  readonly proved: readonly string[];
  /** Length of the request on the desk; 0 where none lies there. */
  readonly request: number;
  readonly register: readonly EntryFacts[];
  /** In the order in which it happened. */
  readonly revoked: readonly EntryFacts[];
  readonly since: {
    /** A request that was checked. */
    readonly checked: Application | undefined;
    readonly signed: readonly EntryFacts[];
    readonly revoked: readonly EntryFacts[];
  };
}

/** `before`: the workshop as it was when the part was opened. */
export function officeFactsOf(workshop: Workshop, before: Workshop = workshop): OfficeFacts {
  const { application, records } = workshop;
  const example = wishOf(examples.greedy);
  if (!example.ok) throw new Error('the example of a request is at fault');
  // An authority asks for no name.
  const own = application && application.wish.names.length > 0 ? application : undefined;
  const wish = own?.wish ?? example.value;
  const names = wish.names.map(({ value }) => value);
  const register = workshop.register.map((entry) => entryFacts(workshop, entry));
  const revoked = register
    .filter(({ entry }) => entry.revoked)
    .toSorted((a, b) => (a.entry.revoked?.at ?? 0) - (b.entry.revoked?.at ?? 0));
  const old = (serial: string): Entry | undefined => before.register.find((entry) => entry.serial === serial);
  return {
    workshop,
    root: office(workshop, 'root'),
    issuing: office(workshop, 'issuing'),
    wish,
    names,
    proved: names.filter((name) => findingFor(name, records).proved),
    request: own?.request.length ?? 0,
    register,
    revoked,
    since: {
      checked:
        application?.report && application.report !== before.application?.report ? application : undefined,
      signed: register.filter(({ entry }) => old(entry.serial) === undefined),
      revoked: revoked.filter(({ entry }) => !old(entry.serial)?.revoked),
    },
  };
}

function entryFacts(workshop: Workshop, entry: Entry): EntryFacts {
  const { offices } = workshop;
  const signer = offices.find(({ id }) => id === entry.issuer);
  return {
    ...factsOf(entry.certificate),
    entry,
    office: signer ? factsOf(signer.certificate).name : '',
    listNumber: signer?.listNumber ?? 0,
  };
}

function office(workshop: Workshop, id: string): CertificateFacts {
  return factsOf(workshop.offices.find((one) => one.id === id)?.certificate);
}

function factsOf(der: Bytes | undefined): CertificateFacts {
  const read = der && decodeCertificate(der);
  return factsOfCertificate(read?.ok ? read.value : undefined);
}
