/** The one "Your chain" of this page. */
import { createProvider } from '../../crypto/provider/web.ts';
import type { Provider } from '../../crypto/port.ts';
import { judgeChain } from '../../lab/judge-chain.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import type { Certificate } from '../../x509/model.ts';
import type { LabStore } from '../store.ts';
import { openWorkshop } from '../workshop/shared.ts';
import { createCheck } from './check.ts';
import type { CheckStore } from './check.ts';

let store: CheckStore | undefined;
let provider: Promise<Provider> | undefined;

/** The mock store is the one of the Lab's newest run. */
export function sharedCheck(lab: LabStore): CheckStore {
  store ??= createCheck({
    judge: async (question) => {
      provider ??= createProvider();
      return judgeChain(question, { provider: await provider, now: () => performance.now() });
    },
    now: () => Date.now(),
    mockRoots: () => (lab.getState().trace?.trust?.browser.store ?? []).flatMap(({ der }) => decoded(der)),
    workshopRoots: async () => {
      const [root] = (await openWorkshop()).offices;
      return root ? decoded(root.certificate) : [];
    },
  });
  return store;
}

function decoded(der: Uint8Array<ArrayBuffer>): readonly Certificate[] {
  const certificate = decodeCertificate(der);
  return certificate.ok ? [certificate.value] : [];
}
