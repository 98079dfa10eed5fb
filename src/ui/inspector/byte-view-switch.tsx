import Lock from 'lucide-react/icons/lock';
import LockOpen from 'lucide-react/icons/lock-open';
import { inspectorWords } from '../../lesson/inspector.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';

/** The same message as it crossed the wire, or as whoever has the keys reads it. */
export function ByteViewSwitch() {
  const words = useWords(inspectorWords).bytes;
  const view = useLab((state) => state.byteView);
  const { setByteView } = useActions();
  return (
    <Segmented
      label={words.view}
      segments={[
        { id: 'wire', label: words.wire, icon: Lock },
        { id: 'plain', label: words.plain, icon: LockOpen },
      ]}
      selected={view}
      onSelect={setByteView}
    />
  );
}
