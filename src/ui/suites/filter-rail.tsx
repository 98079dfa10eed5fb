import { suitesWords } from '../../lesson/suites.ts';
import type { FacetId, Filters } from '../../view/suites/facet-ids.ts';
import type { FilteredSuites } from '../../view/suites/filter.ts';
import { CheckBox } from '../configure/check-box.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './filter-rail.module.css';

export interface FilterRailProps {
  readonly facets: FilteredSuites['facets'];
  /** What is ticked; the counts may lag behind it while someone types. */
  readonly filters: Filters;
  readonly onToggle: (id: FacetId, value: string) => void;
  readonly onClear: () => void;
}

/** What the table can be narrowed by. Each number says how many rows its value would leave. */
export function FilterRail({ facets, filters, onToggle, onClear }: FilterRailProps) {
  const words = useWords(suitesWords);
  const isOn = (id: FacetId, value: string): boolean =>
    (filters[id] as readonly string[] | undefined)?.includes(value) ?? false;
  return (
    <div className={styles.rail}>
      {facets.map(({ id, values }) => {
        const {
          title,
          values: labels,
        }: { readonly title: string; readonly values: Readonly<Record<string, string>> } = words.facets[id];
        return (
          <fieldset key={id} className={styles.facet}>
            <legend>{title}</legend>
            {values.map(({ value, count }) => (
              <CheckBox
                key={value}
                on={isOn(id, value)}
                onToggle={() => onToggle(id, value)}
                className={`${styles.value} ${count === 0 && !isOn(id, value) ? styles.empty : ''}`}
              >
                <span>{labels[value]}</span>
                <small>{count}</small>
              </CheckBox>
            ))}
          </fieldset>
        );
      })}
      {Object.keys(filters).length > 0 && (
        <Button variant="bar" onClick={onClear}>
          {words.find.clear}
        </Button>
      )}
    </div>
  );
}
