/** Every runnable suite, in a page; the spec beside it reads what comes out. */
import { createDeterministicProvider } from '../../src/crypto/provider/deterministic.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { suiteScenario } from '../../src/lab/suite-scenario.ts';
import { allSuites } from '../../src/tls/registry/suite-names.ts';
import { providersAgree, type Agreement } from '../../scripts/suites/providers-agree.ts';
import { runSuite, suiteEnvironment, type SuiteRun } from '../../scripts/suites/run-suite.ts';

declare global {
  interface Window {
    /** Codes of the suites that run, in the order of the registry. */
    runnableSuites: readonly number[];
    /** The platform's crypto and the libraries, held against each other. */
    compareProviders: () => Promise<Agreement>;
    runSuites: (codes: readonly number[]) => Promise<readonly SuiteRun[]>;
  }
}

const provider = await createProvider();
const environment = suiteEnvironment(provider);

window.runnableSuites = [...allSuites().keys()].filter((code) => suiteScenario(code) !== undefined);
window.compareProviders = () => providersAgree(provider, createDeterministicProvider(1));
window.runSuites = async (codes) => {
  const runs: SuiteRun[] = [];
  for (const code of codes) {
    const result = await runSuite(code, environment);
    if (result !== undefined) runs.push(result);
  }
  return runs;
};
