import { spec } from '../../bytes/spec.ts';
import { configureWords } from '../../lesson/configure.ts';
import { schemeLists } from '../../view/configure-lists.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { OrderedList } from './ordered-list.tsx';
import { Pair } from './pair.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';

export function SchemesSection({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const { trace, asked } = useToldRun();
  const lists = schemeLists(scenario, trace);
  return (
    <Pair
      title={words.schemes.title}
      note={words.rule(asked ? 'asked' : lists.rule) + (lists.grey ? words.grey : '')}
      spec={spec(9846, '4.3.3')}
      browser={
        <OrderedList
          label={words.schemes.browserList}
          side="browser"
          entries={lists.browser}
          spare={lists.spare.browser}
          atLeastOne
          changed={changes.has('browser.signatureSchemes')}
          onChange={(signatureSchemes) => change({ browser: { signatureSchemes } })}
        />
      }
      server={
        <OrderedList
          label={words.schemes.serverList}
          side="server"
          entries={lists.server}
          spare={lists.spare.server}
          changed={changes.has('server.signatureSchemes')}
          onChange={(signatureSchemes) => change({ server: { signatureSchemes } })}
        />
      }
    />
  );
}
