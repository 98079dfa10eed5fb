/** The ladder of a run as a picture: lifelines, messages with their protection, local work, what was not sent. */
import type { Trace } from '../../lab/trace.ts';
import type { LabWords } from '../../lesson/lab.ts';
import {
  bracketed,
  ladderRows,
  messageTitle,
  type LadderRow,
  type LocalRow,
  type MessageRow,
} from '../ladder.ts';
import { colours, fitted, type Picture, type Shape } from './picture.ts';

const width = 820;
const left = 230;
const right = 620;
const top = 92;
const rowHeight = 44;

/** `heading`: whether the title stands in the picture; a document around it has its own. */
export function ladderPicture(trace: Trace, title: string, words: LabWords, heading = true): Picture {
  const rows = ladderRows(trace);
  const height = top + rows.length * rowHeight + 40;
  const { serverName } = trace.scenario.browser;
  const headline: Shape = {
    kind: 'text',
    x: 32,
    y: 36,
    text: fitted(title, 500, 18),
    size: 18,
    fill: colours.ink,
    bold: true,
  };
  const shapes: Shape[] = [
    ...(heading ? [headline] : []),
    {
      kind: 'text',
      x: left,
      y: 68,
      text: words.parties.browser,
      size: 13,
      fill: colours.ink,
      bold: true,
      anchor: 'middle',
    },
    {
      kind: 'text',
      x: right,
      y: 68,
      text: words.parties.server,
      size: 13,
      fill: colours.ink,
      bold: true,
      anchor: 'middle',
    },
    {
      kind: 'text',
      x: width - 32,
      y: 36,
      text: fitted(serverName, 250, 12, true),
      size: 12,
      fill: colours.ink2,
      mono: true,
      anchor: 'end',
    },
    ...[left, right].map((x): Shape => ({
      kind: 'line',
      points: [
        [x, 78],
        [x, height - 28],
      ],
      stroke: colours.ink,
      width: 1.5,
    })),
    ...rows.flatMap((row, i) => rowShapes(row, top + i * rowHeight + rowHeight / 2, words)),
  ];
  return { title, width, height, background: colours.paper, shapes };
}

function rowShapes(row: LadderRow, y: number, words: LabWords): readonly Shape[] {
  switch (row.kind) {
    case 'message':
      return messageShapes(row, y, words);
    case 'local':
      return localShapes(row, y, words);
    case 'optional':
      return [
        {
          kind: 'line',
          points: [
            [left, y],
            [right, y],
          ],
          stroke: colours.rule,
          width: 1,
          dash: [4, 4],
        },
        label(
          `${row.messages.map((name) => `{${name}}`).join(' ')}, ${words.ladder.optional}`,
          y,
          colours.ink3,
        ),
      ];
    case 'unread':
      return [
        {
          kind: 'line',
          points: [
            [left, y],
            [right, y],
          ],
          stroke: colours.ink3,
          width: 1,
          dash: [2, 4],
        },
        label(
          `${bracketed(messageTitle(row.message), row.level)}, ${words.ladder.neverOpened}`,
          y,
          colours.ink3,
        ),
      ];
  }
}

function messageShapes(row: MessageRow, y: number, words: LabWords): readonly Shape[] {
  const colour = row.failed ? colours.bad : colours[row.level];
  const forward = row.from === 'browser';
  const tip = forward ? right : left;
  const back = forward ? -9 : 9;
  const name = bracketed(messageTitle(row.message), row.level) + (row.alert ? ` ${row.alert}` : '');
  return [
    { kind: 'text', x: 32, y: y + 4, text: `${row.index + 1}`, size: 11, fill: colours.ink3, mono: true },
    // Protection shows without colour, too: a line in the clear is thin, a protected one is thick.
    {
      kind: 'line',
      points: [
        [left, y],
        [right, y],
      ],
      stroke: colour,
      width: row.level === 'plaintext' ? 1.5 : 4,
    },
    {
      kind: 'shape',
      points: [
        [tip, y],
        [tip + back, y - 6],
        [tip + back, y + 6],
      ],
      fill: colour,
    },
    label(name, y, row.failed ? colours.badInk : colours.ink, true),
    {
      kind: 'text',
      x: right - 10,
      y: y - 8,
      text: `${words.ladder.bytes(row.bytes)} ${words.ladder.unit}`,
      size: 11,
      fill: colours.ink2,
      mono: true,
      anchor: 'end',
    },
    ...(row.network ? networkShapes(words.ladder.fates[row.network], y) : []),
  ];
}

/** What Mallory did to it stands beside the line; a node on the line says where. */
function networkShapes(fate: string, y: number): readonly Shape[] {
  const middle = (left + right) / 2;
  return [
    {
      kind: 'text',
      x: right + 12,
      y: y + 4,
      text: fate,
      size: 12,
      fill: colours.badInk,
    },
    {
      kind: 'shape',
      points: [
        [middle - 6, y - 6],
        [middle + 6, y - 6],
        [middle + 6, y + 6],
        [middle - 6, y + 6],
      ],
      fill: colours.ink,
    },
  ];
}

function localShapes(row: LocalRow, y: number, words: LabWords): readonly Shape[] {
  const colour = row.failed ? colours.bad : colours.ink;
  return [
    { kind: 'text', x: 32, y: y + 4, text: `${row.index + 1}`, size: 11, fill: colours.ink3, mono: true },
    ...row.parties.flatMap((party): readonly Shape[] => {
      const x = party === 'browser' ? left : right;
      const side = party === 'browser' ? -12 : 12;
      return [
        {
          kind: 'shape',
          points: [
            [x, y - 6],
            [x + 6, y],
            [x, y + 6],
            [x - 6, y],
          ],
          fill: colours.paper,
          stroke: colour,
        },
        {
          kind: 'text',
          x: x + side,
          y: y + 4,
          text: words.work[row.work],
          size: 12,
          fill: row.failed ? colours.badInk : colours.ink2,
          anchor: party === 'browser' ? 'end' : 'start',
        },
      ];
    }),
  ];
}

function label(text: string, y: number, fill: string, bold = false): Shape {
  return { kind: 'text', x: left + 12, y: y - 8, text: fitted(text, 300, 13), size: 13, fill, bold };
}
