/** Breaking long text into lines takes seconds in the font of these fields; longer text scrolls instead. */
const longestWrapped = 1_024;

/** How a text area treats lines that are wider than itself. */
export function wrapOf(text: string): 'soft' | 'off' {
  return text.length > longestWrapped ? 'off' : 'soft';
}

/** A ref for such a text area: what is pasted would be broken into lines once before the text is known. */
export function scrollsAtOnce(area: HTMLTextAreaElement): () => void {
  const onBefore = ({ data, dataTransfer }: InputEvent): void => {
    const added = data ?? dataTransfer?.getData('text/plain') ?? '';
    if (wrapOf(area.value + added) === 'off') area.wrap = 'off';
  };
  area.addEventListener('beforeinput', onBefore);
  return () => area.removeEventListener('beforeinput', onBefore);
}
