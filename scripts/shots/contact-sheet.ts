/** One picture that was taken. */
export interface Shot {
  readonly name: string;
  /** Beside the contact sheet. */
  readonly file: string;
  readonly width: number;
  readonly theme: string;
}

/** A page with a row per screen and a column per width and theme; each picture opens in full. */
export function contactSheet(
  shots: readonly Shot[],
  sizes: readonly (readonly [number, number])[],
  themes: readonly string[],
): string {
  const columns = themes.flatMap((theme) => sizes.map(([width]) => ({ width, theme })));
  const names = [...new Set(shots.map(({ name }) => name))].toSorted();
  const cell = (name: string, width: number, theme: string): string => {
    const shot = shots.find((one) => one.name === name && one.width === width && one.theme === theme);
    return shot === undefined ? '<td>missing</td>' : `<td><a href="${shot.file}"><img src="${shot.file}" alt="" loading="lazy"></a></td>`;
  };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Handshake Lab, every screen</title>
<style>
  body { font: 13px/1.4 system-ui; margin: 16px; background: #888; color: #fff; }
  th { position: sticky; top: 0; background: #888; text-align: left; padding: 4px; }
  th[scope=row] { position: sticky; left: 0; vertical-align: top; }
  td { vertical-align: top; padding: 4px; }
  img { width: 300px; display: block; }
</style>
<table>
  <tr><th></th>${columns.map(({ width, theme }) => `<th>${width} ${theme}</th>`).join('')}</tr>
${names.map((name) => `  <tr><th scope="row">${name}</th>${columns.map(({ width, theme }) => cell(name, width, theme)).join('')}</tr>`).join('\n')}
</table>
</html>
`;
}
