/** Names and announcements of steps, put together from the words of the Lab. */
import type { LabWords } from '../lesson/lab.ts';
import type { Step } from '../lab/trace.ts';
import type { Announcement } from '../view/announce.ts';
import { alertOf, messageTitle } from '../view/ladder.ts';

/** 'Certificate', 'Alert unknown_ca', 'validate chain'. */
export function stepName(step: Step, words: LabWords): string {
  if (step.kind === 'local') return words.work[step.work];
  const alert = alertOf(step);
  return alert ? `${messageTitle(step.message)} ${alert}` : messageTitle(step.message);
}

/** "Step 5 of 14, Certificate, server to browser, under handshake keys". */
export function announcementText(said: Announcement, { announce, work }: LabWords): string {
  const parts = [announce.step(said.number, said.of)];
  if (said.kind === 'local') parts.push(work[said.work], announce.at(said.parties));
  else {
    const title = messageTitle(said.message);
    parts.push(
      said.alert ? `${title} ${said.alert}` : title,
      announce.between(said.from, said.to),
      announce.under[said.level],
    );
  }
  if (said.failed) parts.push(announce.failed);
  return parts.join(', ');
}
