/**
 * A picture as plain shapes, so that one description becomes SVG here and pixels on a canvas in ui/: standalone,
 * in the light theme, with fonts that every system has.
 */
export type Shape =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly stroke: string;
      readonly width: number;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: 'shape';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly fill: string;
      readonly stroke?: string;
      readonly dash?: readonly number[];
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly mono?: boolean;
      readonly bold?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
    };

export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}

export const fonts = {
  sans: "'Instrument Sans', 'Helvetica Neue', Arial, sans-serif",
  mono: "'Commit Mono', Menlo, Consolas, monospace",
};

/** Colours of the light theme (styles/tokens.css). */
export const colours = {
  paper: '#fbfaf6',
  ink: '#1a1916',
  ink2: '#504d46',
  ink3: '#6f6b62',
  rule: '#c8c3b6',
  plaintext: '#c06a00',
  early: '#3f58d4',
  handshake: '#3f58d4',
  application: '#0e8468',
  bad: '#c9302c',
  badInk: '#a51d1a',
  badTint: '#fbe5e1',
  raised: '#ffffff',
} as const;

export function toSvg({ title, width, height, background, shapes }: Picture): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${background}"/>`,
    ...shapes.map(element),
    '</svg>',
    '',
  ].join('\n');
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return `<polyline points="${pointList(shape.points)}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"${dashes(shape.dash)}/>`;
    case 'shape': {
      const stroke = shape.stroke === undefined ? '' : ` stroke="${shape.stroke}"`;
      return `<polygon points="${pointList(shape.points)}" fill="${shape.fill}"${stroke}${dashes(shape.dash)}/>`;
    }
    case 'text': {
      const family = (shape.mono === true ? fonts.mono : fonts.sans).replaceAll("'", '&apos;');
      const weight = shape.bold === true ? ' font-weight="600"' : '';
      const anchor = shape.anchor === undefined ? '' : ` text-anchor="${shape.anchor}"`;
      return `<text x="${shape.x}" y="${shape.y}" font-family="${family}" font-size="${shape.size}" fill="${shape.fill}"${weight}${anchor}>${escaped(shape.text)}</text>`;
    }
  }
}

function pointList(points: readonly (readonly [number, number])[]): string {
  return points.map((point) => point.join(',')).join(' ');
}

function dashes(dash: readonly number[] | undefined): string {
  return dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // What XML 1.0 has no characters for.
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
  );
}

/** Cut to what fits, with an ellipsis; an average letter is a little over half as wide as high. */
export function fitted(text: string, width: number, size: number, mono = false): string {
  const most = Math.max(1, Math.floor(width / (size * (mono ? 0.6 : 0.53))));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
