import { Fragment } from 'react';

/** A name without spaces that breaks behind its marks: `late:gold.` `sales_` `by_` `day`. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[:._/])/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
