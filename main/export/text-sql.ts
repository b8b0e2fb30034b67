import { quoteText } from '../analytics/sql-quoting';
import { dialectSigns, type CsvForm } from './export-options';

/**
 * Rules E-6 and E-15 as DuckDB SQL. The patterns are RE2's; `\A` and `\z` are the ends of the text.
 * Lone surrogates need no rule: no UTF-8 text that DuckDB lets in has one.
 */
const lineBreak = String.raw`\r\n|[\r\n\x{85}\x{2028}\x{2029}]`;
const untidy = String.raw`[\r\n\x00\x{85}\x{2028}\x{2029}]`;

/** Text after E-15: no line breaks unless they are kept, no U+0000. */
export function cleanText(text: string, { keepLineBreaks }: CsvForm): string {
  const withoutBreaks = keepLineBreaks
    ? text
    : `regexp_replace(${text}, ${quoteText(lineBreak)}, ' ', 'g')`;
  const clean = `replace(${withoutBreaks}, chr(0), '')`;
  return `CASE WHEN regexp_matches(${text}, ${quoteText(untidy)}) THEN ${clean} ELSE ${text} END`;
}

const formula = String.raw`\A[=+\-@\t\r\n]`;

/** True for clean text that a spreadsheet would take for a formula. */
export function isFormula(text: string): string {
  return `regexp_matches(${text}, ${quoteText(formula)})`;
}

/** Clean text with an apostrophe in front where it looks like a formula. */
export function neutraliseText(text: string): string {
  return `CASE WHEN ${isFormula(text)} THEN concat(chr(39), ${text}) ELSE ${text} END`;
}

/** Clean text as a field of the line (E-6); null stays null. */
export function quoteField(text: string, { dialect }: CsvForm): string {
  const special = String.raw`[${dialectSigns[dialect].delimiter}"\r\n]|\A[ \t]|[ \t]\z`;
  const quoted = `concat('"', replace(${text}, '"', '""'), '"')`;
  return `CASE WHEN ${text} = '' OR regexp_matches(${text}, ${quoteText(special)}) THEN ${quoted} ELSE ${text} END`;
}

/** Stands between texts that are looked at together; in a text it only makes the look closer. */
const separator = 'chr(31)';

/** All texts of a row as one, so that one pattern tells whether any of them needs care. */
export function joinTexts(texts: readonly string[]): string {
  return `concat_ws(${separator}, '', ${texts.join(', ')}, '')`;
}

/** True when a row's joined texts hold anything that E-6, E-15 or neutralising is about. */
export function needsCare(joined: string): string {
  const pattern = String.raw`[,;"\r\n\x00\x{85}\x{2028}\x{2029}]|\x1f[ \t\x1f=+\-@]|[ \t]\x1f`;
  return `regexp_matches(${joined}, ${quoteText(pattern)})`;
}
