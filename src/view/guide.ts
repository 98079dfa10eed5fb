/** Links of the trainer's demos. */
import type { GuideDemo } from '../lesson/guide.ts';

export function demoLink({ page, scenario, at, tab }: GuideDemo): string {
  return `#/${page}?v=1&s=${scenario}&step=${at}${tab === undefined ? '' : `&tab=${tab}`}`;
}
