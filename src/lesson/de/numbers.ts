/** Numbers as German writes them. */

/** 1.5 with one place: „1,5“. */
export function decimal(value: number, places: number): string {
  return value.toFixed(places).replace('.', ',');
}
