/** Where things stand across one ladder. */
export interface Geometry {
  readonly width: number;
  /** The lifelines. */
  readonly left: number;
  readonly right: number;
  /** The brackets of the round trips. */
  readonly bracket: number;
  readonly bytes: boolean;
  /** From the lifeline to the middle of the seal, and to the label. */
  readonly seal: number;
  readonly label: number;
}

export const geometries = {
  wide: { width: 510, left: 188, right: 322, bracket: 16, bytes: true, seal: 14, label: 25 },
  narrow: { width: 462, left: 184, right: 296, bracket: 14, bytes: true, seal: 14, label: 25 },
  tablet: { width: 660, left: 230, right: 450, bracket: 20, bytes: true, seal: 14, label: 25 },
  phone: { width: 334, left: 116, right: 184, bracket: 8, bytes: false, seal: 10, label: 18 },
} as const satisfies Readonly<Record<string, Geometry>>;
