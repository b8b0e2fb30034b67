import type { ParameterValues } from '../../../main/contract/query';
import { sqlLiteral } from './sql-literal';

/** What a named query's file says of itself to the app. */
const head = /^-- (?:title|titleFr|group|order|parameter): .*\n?/gm;
/** Texts, quoted names and comments stay as they are; what remains is a parameter. */
const pieces = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([a-z][a-z0-9_]*)/g;

/**
 * A query's statement as a person can run it anywhere: its parameters filled in, without the lines
 * that only the app reads, and without a semicolon at its end. A parameter without a value is NULL,
 * which lets everything through.
 */
export function plainSql(sql: string, parameters: ParameterValues): string {
  return sql
    .replace(head, '')
    .replace(pieces, (piece, name?: string) =>
      name === undefined ? piece : sqlLiteral(parameters[name] ?? null),
    )
    .trim()
    .replace(/\s*;$/, '');
}
