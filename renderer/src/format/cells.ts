import type { Cell } from '../../../main/contract/query';
import { t, tOr } from '../languages/language';
import { missing } from './missing';
import { formatEuro, formatInteger, formatPercent, formatRate } from './numbers';
import { formatMoment } from './time';

/** How values of a DuckDB type stand in a table. */
export function isNumeric(type: string): boolean {
  return /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT|FLOAT|DOUBLE|DECIMAL)/.test(type);
}

/**
 * A value for people: amounts in euro, counts grouped, times local, codes and labels of the data in
 * the window's language. Null is "—", an empty text `""`.
 */
export function formatCell(value: Cell, type: string): string {
  if (value === null) return missing;
  if (/^DECIMAL/.test(type)) return formatEuro(Number(value));
  if (/^(FLOAT|DOUBLE)/.test(type)) return formatRate(Number(value));
  if (isNumeric(type)) return formatInteger(BigInt(value));
  if (/^TIMESTAMP/.test(type)) return formatMoment(Date.parse(String(value)));
  if (typeof value === 'boolean') return t(value ? 'cell.yes' : 'cell.no');
  return value === '' ? '""' : tOr(`values.${value}`, String(value));
}

/** A figure of a query for people; one that its name tells to be a share in percent as such. */
export function formatFigure(name: string, value: Cell, type: string): string {
  const isPercent = /^pct_|_pct$/.test(name) && isNumeric(type);
  return isPercent && value !== null ? formatPercent(Number(value) / 100) : formatCell(value, type);
}

/** The title of a result's column. */
export const columnTitle = (name: string): string => tOr(`columns.${name}`, name);

/**
 * A stored value as it is, for a grid: every digit, times local with their fractions; null is "—",
 * an empty text `""`.
 */
export function formatExact(value: Cell, type: string): string {
  if (value === null) return missing;
  if (value === '') return '""';
  if (/^TIMESTAMP/.test(type)) return formatMoment(Date.parse(String(value)));
  return String(value);
}
