/** Where a text names steps of a run by their number. */

export interface StepMention {
  /** From 1. */
  readonly step: number;
}

/** 'step 3', 'steps 3, 4 and 5', 'in den Schritten 3 und 4'. */
const numbers = /(?<=\b(?:steps?|Schritt(?:en?)?)\s(?:\d+(?:,\s|\s(?:and|und)\s))*)\d+\b/giu;

/** `text` in pieces: what is said, and the numbers of steps in it. */
export function splitAtSteps(text: string): readonly (string | StepMention)[] {
  const pieces: (string | StepMention)[] = [];
  let end = 0;
  for (const { 0: number, index } of text.matchAll(numbers)) {
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ step: Number(number) });
    end = index + number.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}
