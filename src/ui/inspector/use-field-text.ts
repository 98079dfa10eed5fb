import type { Field } from '../../bytes/field.ts';
import type { Rich } from '../../lesson/rich.ts';
import type { FieldNode } from '../../view/bytes.ts';

/** A sentence about what the field means in this message; undefined where there is nothing to add. */
export function useFieldText(_field: Field | undefined, _node: FieldNode | undefined): Rich | undefined {
  return undefined;
}
