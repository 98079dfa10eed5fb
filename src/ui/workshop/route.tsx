import FileSearch from 'lucide-react/icons/file-search';
import Library from 'lucide-react/icons/library';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark';
import PenLine from 'lucide-react/icons/pen-line';
import Stamp from 'lucide-react/icons/stamp';
import { workshopWords } from '../../lesson/workshop.ts';
import { stops } from '../../view/workshop.ts';
import type { StopId } from '../../view/workshop.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import type { DeskId } from './desk.tsx';
import styles from './route.module.css';

const icons = {
  request: PenLine,
  check: FileSearch,
  sign: Stamp,
  publish: Library,
  inquire: MessageCircleQuestion,
};

export const deskOf: Readonly<Record<StopId, DeskId>> = {
  request: 'applicant',
  check: 'registration',
  sign: 'certification',
  publish: 'directory',
  inquire: 'validation',
};

export interface RouteProps {
  readonly due: StopId | 'done';
  /** The desk that is shown where there is room for one only. */
  readonly desk: DeskId;
  readonly onDesk: (desk: DeskId) => void;
}

/** Five stops on the table's edge; where desks are shown one at a time it leads to them. */
export function Route({ due, desk, onDesk }: RouteProps) {
  const words = useWords(workshopWords);
  const at = due === 'done' ? stops.length : stops.indexOf(due);
  return (
    <ol className={styles.route} aria-label={words.route}>
      {stops.map((stop, i) => (
        <li
          key={stop}
          data-state={i < at ? 'past' : i === at ? 'now' : 'future'}
          aria-current={i === at ? 'step' : undefined}
        >
          <button
            type="button"
            aria-pressed={deskOf[stop] === desk}
            aria-label={`${words.stops[stop].stop}. ${words.toDesk(words.desks[deskOf[stop]].title)}`}
            onClick={() => onDesk(deskOf[stop])}
          >
            <Icon of={icons[stop]} size={14} />
            <span>{words.stops[stop].stop}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
