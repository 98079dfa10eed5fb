import { useStore } from 'zustand';
import type { CheckActions, CheckState } from '../../state/check/check.ts';
import { sharedCheck } from '../../state/check/shared.ts';
import { useLabStore } from '../use-lab.ts';

/** One slice of the state of "Your chain". */
export function useCheck<Slice>(selector: (state: CheckState) => Slice): Slice {
  return useStore(sharedCheck(useLabStore()), selector);
}

export function useCheckActions(): CheckActions {
  return useCheck((state) => state.actions);
}
