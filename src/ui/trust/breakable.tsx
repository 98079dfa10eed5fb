import { Fragment } from 'react';

/** An identifier that may break behind its underscores and colons, and nowhere else. */
export function Breakable({ text }: { readonly text: string }) {
  return text.split(/(?<=[_:])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
