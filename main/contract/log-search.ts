import { z } from 'zod';

/**
 * What is looked for in lines and records. Capitals are not told apart. As a pattern, `*` is any
 * text and `?` one character, as in the filters of tables; else the text is taken as it is.
 */
export const textSearch = z.object({
  text: z.string().min(1).max(1_000),
  isPattern: z.boolean().default(false),
});
export type TextSearch = z.output<typeof textSearch>;

/** Begin and end of one place in a text, the end not included. */
export type FoundRange = readonly [start: number, end: number];

/**
 * A function that finds a search in a text: the places that make it match, null when it does not.
 * The parts of a pattern are sought one after the other and never again, so the time grows with the
 * length of the text alone, whatever the pattern.
 */
export function finderOf({ text, isPattern }: TextSearch): (inText: string) => FoundRange[] | null {
  const parts = (isPattern ? text.split('*') : [text]).filter((part) => part !== '');
  const expressions = parts.map((part) => new RegExp(sourceOf(part, isPattern), 'gi'));
  return (inText) => {
    const ranges: FoundRange[] = [];
    let position = 0;
    for (const expression of expressions) {
      expression.lastIndex = position;
      const found = expression.exec(inText);
      if (!found) return null;
      position = found.index + found[0].length;
      ranges.push([found.index, position]);
    }
    return ranges;
  };
}

function sourceOf(part: string, isPattern: boolean): string {
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return isPattern ? escaped.replaceAll('\\?', '[^]') : escaped;
}
