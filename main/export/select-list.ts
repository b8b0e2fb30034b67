import { quoteName } from '../analytics/sql-quoting';

/** One expression of a SELECT, and the name that it has in the result. */
export interface SelectItem {
  readonly expression: string;
  readonly name: string;
}

/** A preset's statement in its parts: lines of its head, what it selects, and all from FROM on. */
export interface SelectParts {
  readonly head: readonly string[];
  readonly items: readonly SelectItem[];
  readonly rest: string;
}

/** Takes `SELECT a, f(b) AS c FROM …` apart; null for a statement of another form. */
export function splitSelect(text: string): SelectParts | null {
  const lines = text.split('\n');
  const head = lines.filter((line) => line.startsWith('--'));
  const body = lines
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .trim();
  const start = /^SELECT\s+/i.exec(body)?.[0].length;
  if (start === undefined || /^SELECT\s+DISTINCT\b/i.test(body)) return null;
  const items: SelectItem[] = [];
  let begun = start;
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    const sign = body[at]!;
    if (sign === "'" || sign === '"') at = body.indexOf(sign, at + 1);
    if (at === -1) return null;
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    const isEnd = depth === 0 && /^\sFROM\s/i.test(body.slice(at, at + 6));
    if (depth === 0 && (sign === ',' || isEnd)) {
      const item = toItem(body.slice(begun, at));
      if (item === null) return null;
      items.push(item);
      begun = at + 1;
    }
    if (isEnd) return { head, items, rest: body.slice(at + 1) };
  }
  return null;
}

/** The statement of such parts. */
export function joinSelect({ items, rest }: Pick<SelectParts, 'items' | 'rest'>): string {
  const selected = items.map(({ expression, name }) => `  ${expression} AS ${quoteName(name)}`);
  return `SELECT\n${selected.join(',\n')}\n${rest}`;
}

/** Whether SQL names a column, in quotes or without. */
export function namesColumn(sql: string, column: string): boolean {
  const name = column.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])"?${name}"?(?!\\w)`).test(sql);
}

function toItem(text: string): SelectItem | null {
  const item = text.trim();
  const named = /^([\s\S]+?)\s+AS\s+"?(\w+)"?$/i.exec(item);
  if (named) return { expression: named[1]!, name: named[2]! };
  const plain = /^(?:\w+\.)?"?(\w+)"?$/.exec(item)?.[1];
  return plain === undefined ? null : { expression: item, name: plain };
}
