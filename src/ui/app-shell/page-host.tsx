import { Suspense, useEffect, useRef } from 'react';
import { labWords } from '../../lesson/lab.ts';
import type { OtherPage } from '../../state/pages/pages.ts';
import { pageComponents } from '../pages/page-registry.ts';
import { Waiting } from '../pages/waiting.tsx';
import { useLab, useWords } from '../use-lab.ts';

/** A page other than the Lab; its code comes when it is first opened. */
export function PageHost({ page }: { readonly page: OtherPage }) {
  const Page = pageComponents[page];
  return (
    <Suspense fallback={<Waiting />}>
      <Page />
    </Suspense>
  );
}

/** The title of the window names the page; who pressed something that is gone goes on at the top of the new page. */
export function usePageTurn(): void {
  const { product, top } = useWords(labWords);
  const page = useLab((state) => state.page);
  const shown = useRef(page);
  useEffect(() => {
    document.title = page === 'lab' ? product : `${top.pages[page]} · ${product}`;
    if (shown.current === page) return;
    shown.current = page;
    if (document.activeElement === document.body) document.querySelector('main')?.focus();
  }, [page, product, top]);
}
