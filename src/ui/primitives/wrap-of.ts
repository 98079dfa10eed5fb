/** Breaking long text into lines takes seconds in the font of these fields; longer text scrolls instead. */
const longestWrapped = 1_024;

/** How a text area treats lines that are wider than itself. */
export function wrapOf(text: string): 'soft' | 'off' {
  return text.length > longestWrapped ? 'off' : 'soft';
}
