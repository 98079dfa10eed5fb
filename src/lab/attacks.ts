/** Scenarios in which the network does something: a browser and a server as they are, and acts on their messages. */
import type { NetworkAct } from './scenario.ts';

export const attackScenarioIds = [
  'attack-server-random',
  'attack-strip-suites',
  'attack-certificate-verify',
  'attack-finished',
  'attack-record',
  'attack-replay',
  'attack-truncation',
  'attack-forged-alert',
] as const;

export type AttackScenarioId = (typeof attackScenarioIds)[number];

export function isAttack(preset: string): preset is AttackScenarioId {
  return (attackScenarioIds as readonly string[]).includes(preset);
}

export const attackActs: Readonly<Record<AttackScenarioId, readonly NetworkAct[]>> = {
  // The last byte of random's first half: no field of its own, only the transcript has it.
  'attack-server-random': [{ on: 'server_hello', act: 'flip', at: 18, mask: 0x01 }],
  'attack-strip-suites': [
    { on: 'client_hello', act: 'set', path: 'ClientHello.cipher_suites', bytes: '1303' },
  ],
  'attack-certificate-verify': [{ on: 'certificate_verify', act: 'flip', at: 40, mask: 0x01 }],
  'attack-finished': [{ on: 'client_finished', act: 'flip', at: 12, mask: 0x80 }],
  // Where 'GET /cart' turns into another method, if nobody looked.
  'attack-record': [{ on: 'application_data_1', act: 'flip', at: 5, mask: 0x17 }],
  'attack-replay': [{ on: 'application_data_1', act: 'replay', after: 'application_data_2' }],
  'attack-truncation': [{ on: 'application_data_2', act: 'cut' }],
  // A fatal handshake_failure, as anybody on the way can write it.
  'attack-forged-alert': [{ on: 'client_hello', act: 'inject', bytes: '15030300020228' }],
};
