import { useCallback, useEffect, useRef } from 'react';
import { labWords } from '../../lesson/lab.ts';
import type { ExistingPage } from '../../state/pages/pages.ts';
import { Awaited } from '../late/late.tsx';
import { pageComponents } from '../pages/page-registry.ts';
import { Waiting } from '../pages/waiting.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';

/** The page on screen; its code comes when it is first opened. The title of the window names it. */
export function PageHost({ page }: { readonly page: ExistingPage }) {
  const { product, top } = useWords(labWords);
  useEffect(() => {
    document.title = page === 'lab' ? product : `${top.pages[page]} · ${product}`;
  }, [page, product, top]);
  const Page = pageComponents[page];
  const shown = useRef(page);
  // Who pressed something that is gone goes on at the top of the new page.
  const onArrival = useCallback(() => {
    if (shown.current === page) return;
    shown.current = page;
    if (document.activeElement === document.body) document.querySelector('main')?.focus();
  }, [page]);
  return (
    <Awaited part={Page} waiting={<Waiting />}>
      <Page />
      <Arrival onArrival={onArrival} />
    </Awaited>
  );
}

/** Stands beside each page, so that its effects run once the code of the page has come. */
function Arrival({ onArrival }: { readonly onArrival: () => void }) {
  const { markPainted } = useActions();
  const drawn = useLab(({ trace, problem }) => trace !== undefined || problem !== undefined);
  useEffect(onArrival, [onArrival]);
  // What no first screen needs may load from here on.
  useEffect(() => {
    if (!drawn) return undefined;
    // By the second frame the first one is on screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(markPainted);
    });
    // Hidden tabs get no frames.
    const fallback = setTimeout(markPainted, 200);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(fallback);
    };
  }, [drawn, markPainted]);
  return null;
}
