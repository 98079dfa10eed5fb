import { presets } from '../../lab/presets.ts';
import { addressOf } from '../../state/address.ts';
import { useActions, useLabStore } from '../use-lab.ts';
import { ShareDialog } from './share-dialog.tsx';

/** The dialog for what is on screen now. */
export function Share() {
  const store = useLabStore();
  const { setShareOpen } = useActions();
  const { href } = new URL(addressOf(store, presets), window.location.href);
  return <ShareDialog href={href} onClose={() => setShareOpen(false)} />;
}
