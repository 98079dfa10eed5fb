import type { Rich } from '../../lesson/rich.ts';

/** Without links: paper has none. */
export function PlainText({ text }: { readonly text: Rich }) {
  return text.map((part, i) => {
    if (typeof part === 'string') return part;
    if ('code' in part) return <code key={i}>{part.code}</code>;
    if ('strong' in part) return <strong key={i}>{part.strong}</strong>;
    return part.text;
  });
}
