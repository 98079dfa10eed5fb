import { useEffect, useState } from 'react';
import type { Field } from '../../bytes/field.ts';
import type { Negotiated, Step } from '../../lab/trace.ts';
import type * as Texts from '../../lesson/explain-field.ts';
import { loadLanguage } from '../../lesson/load-language.ts';
import type { Rich } from '../../lesson/rich.ts';
import { untilHere } from '../late/arrival.ts';
import { useLanguage } from '../use-lab.ts';

let loaded: typeof Texts | undefined;

/**
 * A sentence or two about what the field means, in this message where there is one. The texts load with the first field
 * that is pointed at; until then undefined.
 */
export function useFieldText(
  field: Field | undefined,
  step: Step | undefined,
  negotiated: Negotiated | undefined,
): Rich | undefined {
  const language = useLanguage();
  const [texts, setTexts] = useState(loaded);
  const isWanted = field !== undefined && texts === undefined;
  useEffect(() => {
    if (!isWanted) return;
    const load = () => Promise.all([import('../../lesson/explain-field.ts'), loadLanguage(language)]);
    void untilHere(load).then(([module]) => {
      loaded = module;
      setTexts(module);
    });
  }, [isWanted, language]);
  if (!field || !texts) return undefined;
  return texts.explainField(field, texts.fieldWords[language], {
    ...(step && { step }),
    ...(negotiated && { negotiated }),
  });
}
