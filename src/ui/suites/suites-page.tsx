import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import ListFilter from 'lucide-react/icons/list-filter';
import Search from 'lucide-react/icons/search';
import { suitesWords } from '../../lesson/suites.ts';
import { filterSuites, toggled } from '../../view/suites/filter.ts';
import { suiteRow, suiteRows } from '../../view/suites/rows.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useActions, usePageView, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { Anatomy } from './anatomy.tsx';
import { FilterRail } from './filter-rail.tsx';
import { SuiteTable } from './suite-table.tsx';
import { Timeline } from './timeline.tsx';
import { Verdict } from './verdict.tsx';
import styles from './suites-page.module.css';

/** Every cipher suite there is: one taken apart, all of them in a table, and the versions they belong to. */
export function SuitesPage() {
  const words = useWords(suitesWords);
  const { suite, query, filters } = usePageView('suites');
  const { setView } = useActions();
  const viewport = useViewport();
  const hasRail = viewport === 'wide' || viewport === 'narrow';
  const [filtering, setFiltering] = useState(false);
  // Typing stays fluent; the table follows.
  const narrowed = useDeferredValue({ query, filters });
  const { rows, facets } = useMemo(
    () => filterSuites(suiteRows(), narrowed.filters, narrowed.query),
    [narrowed.filters, narrowed.query],
  );
  const selected = suiteRow(suite) ?? suiteRow(0xc02f);
  const chosen = Object.values(filters).reduce((sum, values) => sum + values.length, 0);
  const select = useCallback((code: number) => setView('suites', { suite: code }), [setView]);

  const find = (
    <label className={styles.find}>
      <Icon of={Search} size={14} />
      <input
        type="search"
        aria-label={words.find.label}
        placeholder={words.find.placeholder}
        value={query}
        maxLength={100}
        onChange={(event) => setView('suites', { query: event.currentTarget.value })}
      />
    </label>
  );
  const rail = (
    <FilterRail
      facets={facets}
      filters={filters}
      onToggle={(id, value) => setView('suites', { filters: toggled(filters, id, value) })}
      onClear={() => setView('suites', { filters: {} })}
    />
  );

  return (
    <main tabIndex={-1} className={styles.page}>
      <h1 className="spoken">{words.title}</h1>
      {hasRail && (
        <aside aria-label={words.filters.title} className={styles.rail}>
          {find}
          {rail}
        </aside>
      )}
      <div className={styles.middle}>
        {selected && (
          <div className={styles.selected}>
            <Anatomy key={selected.code} row={selected} />
            <Verdict row={selected} />
          </div>
        )}
        <div className={styles.bar}>
          {!hasRail && (
            <>
              {find}
              <Button icon={ListFilter} onClick={() => setFiltering(true)}>
                {words.filters.open(chosen)}
              </Button>
            </>
          )}
          <p role="status">{words.shown(rows.length, suiteRows().length)}</p>
        </div>
        <div className={styles.list}>
          <SuiteTable rows={rows} selected={suite} onSelect={select} />
        </div>
      </div>
      <aside className={styles.time}>
        <Timeline />
      </aside>
      {filtering && !hasRail && (
        <Dialog
          title={words.filters.title}
          closeLabel={words.filters.close}
          onClose={() => setFiltering(false)}
        >
          {rail}
        </Dialog>
      )}
    </main>
  );
}
