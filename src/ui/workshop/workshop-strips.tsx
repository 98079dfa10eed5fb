import X from 'lucide-react/icons/x';
import { workshopWords } from '../../lesson/workshop.ts';
import type { WorkshopFault } from '../../state/workshop/workshop.ts';
import strip from '../pages/strip.module.css';
import { Button, IconButton } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import { useWorkshopActions, useWorkshopState } from './use-workshop.ts';

/** A file that could not be read, work that is not kept, or a workshop that was replaced and can come back. */
export function WorkshopStrips() {
  const words = useWords(workshopWords).file;
  const fault = useWorkshopState((state) => state.fault);
  const replaced = useWorkshopState((state) => state.replaced);
  const { dismissFault, dismissReplaced, putBack } = useWorkshopActions();
  return (
    <>
      {fault && (
        <div role="alert" className={strip.strip}>
          <p>
            <Fault fault={fault} />
          </p>
          <IconButton icon={X} label={words.dismiss} tip="below-end" onClick={dismissFault} />
        </div>
      )}
      {replaced && (
        <div role="status" className={strip.strip}>
          <p>{replaced.by === 'file' ? words.replacedByFile : words.replacedByFresh}</p>
          <Button variant="bar" onClick={putBack}>
            {words.putBack}
          </Button>
          <IconButton icon={X} label={words.dismiss} tip="below-end" onClick={dismissReplaced} />
        </div>
      )}
    </>
  );
}

function Fault({ fault }: { readonly fault: WorkshopFault }) {
  const words = useWords(workshopWords).file;
  switch (fault.kind) {
    case 'file':
      return words.problem(fault.name, words.problems[fault.problem.code], fault.problem.path);
    case 'not-kept':
      return words.notKept;
    case 'failed':
      return words.failed(fault.message);
  }
}
