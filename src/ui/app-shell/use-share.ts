import { labWords } from '../../lesson/lab.ts';
import { presets } from '../../lab/presets.ts';
import { addressOf } from '../../state/address.ts';
import { useActions, useLabStore, useWords } from '../use-lab.ts';
import { copyText } from './clipboard.ts';

/** Copies the address, which holds scenario, changes, step, tab and field. */
export function useShare(): () => void {
  const { notices } = useWords(labWords);
  const { notify } = useActions();
  const store = useLabStore();
  return () => {
    void copyText(new URL(addressOf(store, presets), window.location.href).href).then((copied) =>
      notify(copied ? notices.linkCopied : notices.linkFailed),
    );
  };
}
