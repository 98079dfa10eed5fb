/** Three root stores for one cross-signed chain: before the new root, after the old one, and in between. */
import { crossSigner } from '../authority/roots.ts';
import type { ClientSurvey } from '../lab/clients/ask.ts';
import type { Client, ClientId } from '../lab/clients/clients.ts';
import type { AnchorId } from '../lab/scenario.ts';
import type { Basis } from './clients.ts';

export type Device = 'old' | 'modern' | 'both';

export function devicesOf(issuer: AnchorId): Readonly<Record<Device, readonly AnchorId[]>> {
  const old = crossSigner(issuer);
  return { old: [old], modern: [issuer], both: old < issuer ? [old, issuer] : [issuer, old] };
}

export interface StoreCell {
  readonly verdict: 'connects' | 'fails';
  readonly text?: string;
  readonly basis: Basis;
}

/** Browsers were not measured with the modern store alone. */
const unmeasured: Readonly<Partial<Record<Device, readonly ClientId[]>>> = {
  modern: ['chromium', 'firefox'],
};

/** Undefined until the answer is there, and where the client's answer is not known. */
export function storeCell(
  client: Client,
  device: Device,
  survey: ClientSurvey | undefined,
): StoreCell | undefined {
  const answer = survey?.answers.find((one) => one.client === client.id);
  if (answer === undefined || answer.verdict === 'unknown') return undefined;
  const basis: Basis =
    client.version === undefined
      ? 'read'
      : unmeasured[device]?.includes(client.id) === true || client.id === 'python'
        ? 'derived'
        : 'measured';
  return { verdict: answer.verdict, ...(answer.report && { text: answer.report.text }), basis };
}
