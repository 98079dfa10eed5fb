import GraduationCap from 'lucide-react/icons/graduation-cap';
import type { Step } from '../../lab/trace.ts';
import { learnLinkWords } from '../../lesson/learn-link.ts';
import { lessonAbout } from '../../lesson/lessons/about-step.ts';
import { Icon } from '../icons/icon.tsx';
import { useLab, useWords } from '../use-lab.ts';

/** From a step of the Lab to the part of a lesson that explains it. */
export function LearnLink({
  step,
  className,
}: {
  readonly step: Step;
  readonly className: string | undefined;
}) {
  const words = useWords(learnLinkWords);
  const about = lessonAbout(step);
  const embedded = useLab((state) => state.embedded);
  if (!about || embedded) return null;
  const part = about.part === 1 ? '' : `&part=${about.part}`;
  return (
    <a className={className} href={`#/learn?v=1&lesson=${about.lesson}${part}&from=${step.index + 1}`}>
      <Icon of={GraduationCap} size={13} /> {words.about}
    </a>
  );
}
