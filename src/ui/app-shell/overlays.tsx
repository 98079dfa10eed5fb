import { lazy, Suspense } from 'react';
import type { LabState } from '../../state/store.ts';
import { Toast } from '../primitives/toast.tsx';
import { useLab } from '../use-lab.ts';
import { Announcer } from './announcer.tsx';
import { DropTarget } from './drop-target.tsx';

const Share = lazy(() => import('../share/share.tsx').then((module) => ({ default: module.Share })));
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

/** What stands over or beside every page. It comes behind the first screen; `opened` is what that began with. */
export function Overlays({ opened }: { readonly opened: LabState }) {
  const help = useLab((state) => state.helpOpen);
  const share = useLab((state) => state.shareOpen);
  return (
    <>
      {help && (
        <Suspense>
          <Help />
        </Suspense>
      )}
      {share && (
        <Suspense>
          <Share />
        </Suspense>
      )}
      <DropTarget />
      <Toast />
      <Announcer opened={opened} />
    </>
  );
}
