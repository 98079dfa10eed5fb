import { labWords } from '../../lesson/lab.ts';
import type { LabState } from '../../state/store.ts';
import { AbsentPart, type AbsentProps } from '../late/absent.tsx';
import { Awaited, late } from '../late/late.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Toast } from '../primitives/toast.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { Announcer } from './announcer.tsx';
import { DropTarget } from './drop-target.tsx';

const Share = late(() => import('../share/share.tsx').then((module) => module.Share), AbsentLayer);
const Help = late(() => import('./help.tsx').then((module) => module.Help), AbsentLayer);

/** What stands over or beside every page. It comes behind the first screen; `opened` is what that began with. */
export function Overlays({ opened }: { readonly opened: LabState }) {
  const help = useLab((state) => state.helpOpen);
  const share = useLab((state) => state.shareOpen);
  return (
    <>
      {help && (
        <Awaited part={Help}>
          <Help />
        </Awaited>
      )}
      {share && (
        <Awaited part={Share}>
          <Share />
        </Awaited>
      )}
      <DropTarget />
      <Toast />
      <Announcer opened={opened} />
    </>
  );
}

/** Where a dialog did not arrive: one that says so. */
function AbsentLayer(props: AbsentProps) {
  const { absent } = useWords(labWords).pages;
  const { setHelpOpen, setShareOpen } = useActions();
  const leave = (): void => {
    setHelpOpen(false);
    setShareOpen(false);
  };
  return (
    <Dialog title={absent.layer} closeLabel={absent.close} onClose={leave}>
      <AbsentPart {...props} />
    </Dialog>
  );
}
