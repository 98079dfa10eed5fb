/** What a run of TLS 1.2 shows about renegotiation: who signalled RFC 5746, and what became of a hello inside. */
import type { Field } from '../bytes/field.ts';
import type { MessageStep, Trace } from '../lab/trace.ts';
import { alertCodes } from '../tls/registry/alerts.ts';

export interface Renegotiation {
  /** By what the first hello says that it knows RFC 5746. */
  readonly offered: { readonly step: number; readonly by: 'extension' | 'scsv' | 'nothing' };
  readonly answered?: { readonly step: number; readonly by: 'extension' | 'nothing' };
  /** The hello inside of the connection. */
  readonly inside: { readonly step: number; readonly bytes: number };
  /** The warning with which it was refused. */
  readonly refused?: { readonly step: number };
  /** Data that was in the connection before it: what the stranger's request would have been put behind. */
  readonly prefix: string;
}

/** Undefined where no hello came inside of a connection. */
export function renegotiationOf(trace: Trace): Renegotiation | undefined {
  const messages = trace.steps.filter((step): step is MessageStep => step.kind === 'message');
  const [hello] = messages;
  const inside = messages.find(({ message, level }) => message === 'ClientHello' && level === 'application');
  if (hello === undefined || inside === undefined) return undefined;
  const answer = messages.find(({ message }) => message === 'ServerHello');
  const refusal = messages.find(
    ({ message, content, index }) =>
      message === 'Alert' && content[1] === alertCodes.no_renegotiation && index > inside.index,
  );
  const before = messages.filter(
    ({ message, from, index }) => message === 'ApplicationData' && from === 'browser' && index < inside.index,
  );
  return {
    offered: { step: hello.index, by: has(hello, 'renegotiation_info') ? 'extension' : scsvOf(hello) },
    ...(answer && {
      answered: { step: answer.index, by: has(answer, 'renegotiation_info') ? 'extension' : 'nothing' },
    }),
    inside: { step: inside.index, bytes: inside.content.length },
    ...(refusal && { refused: { step: refusal.index } }),
    prefix: before.map(({ content }) => new TextDecoder().decode(content)).join(''),
  };
}

function has(step: MessageStep, name: string): boolean {
  const search = (field: Field): boolean =>
    field.name === name || (field.children ?? []).some((child) => search(child));
  return search((step.plain ?? step.wire).field);
}

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV among the suites. */
function scsvOf(hello: MessageStep): 'scsv' | 'nothing' {
  const search = ({ name, value, children = [] }: Field): boolean =>
    (name === 'cipher_suite' && value?.type === 'number' && value.value === 0x00ff) ||
    children.some((child) => search(child));
  return search((hello.plain ?? hello.wire).field) ? 'scsv' : 'nothing';
}
