import type { ColumnUnit } from '../../../main/contract/column-profile';
import type { Cell } from '../../../main/contract/query';
import { language, t, tOr } from '../languages/language';
import { formatExactDecimal } from './exact-decimal';
import { missing } from './missing';
import { formatEuro, formatInteger, formatPercent, formatRate } from './numbers';
import { formatExactMoment, formatMoment } from './time';

/** How values of a DuckDB type stand in a table. */
export function isNumeric(type: string): boolean {
  return /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT|FLOAT|DOUBLE|DECIMAL)/.test(type);
}

/** Words of the packs' columns and of people's own for amounts in euro, as whole parts of a name. */
const moneyWords =
  'revenue|montant|ca|chiffre_affaires|total_dep|depense|panier|achat|prix|price|amount|spend|' +
  'average_order|avg_order|average_transaction|avg_transaction|transaction_moyenne|moyenne_15min';
const moneyName = new RegExp(`(^|[^a-z])(${moneyWords})([^a-z]|$)`, 'i');

/**
 * Whether a result's column holds amounts in euro. A result tells no unit: an exact decimal whose
 * name says so does, and neither an average of quantities nor a share.
 */
export const isMoney = (name: string, type: string): boolean =>
  /^DECIMAL/.test(type) && moneyName.test(name) && !isPercent(name);

const isPercent = (name: string) => /^pct_|_pct$/.test(name);

/**
 * A value for people: counts grouped, exact decimals with all their digits, times local, codes and
 * labels of the data in the window's language. Null is "—", an empty text `""`.
 */
export function formatCell(value: Cell, type: string): string {
  if (value === null) return missing;
  if (/^DECIMAL/.test(type)) return formatExactDecimal(String(value));
  if (/^(FLOAT|DOUBLE)/.test(type)) return formatRate(Number(value));
  if (isNumeric(type)) return formatInteger(BigInt(value));
  if (/^TIMESTAMP/.test(type)) return formatMoment(Date.parse(String(value)));
  if (typeof value === 'boolean') return t(value ? 'cell.yes' : 'cell.no');
  return value === '' ? '""' : tOr(`values.${value}`, String(value));
}

/** A figure of a query for people: in euro or percent where the name of its column tells so. */
export function formatFigure(name: string, value: Cell, type: string): string {
  if (value !== null && isMoney(name, type)) return formatEuro(Number(value));
  const isShare = isPercent(name) && isNumeric(type) && value !== null;
  return isShare ? formatPercent(Number(value) / 100) : formatCell(value, type);
}

/** The title of a result's column. */
export const columnTitle = (name: string): string => tOr(`columns.${name}`, name);

/**
 * A stored value as it is, for a grid: every digit, times local with their fractions, an amount with
 * its sign; null is "—", an empty text `""`.
 */
export function formatExact(value: Cell, type: string, unit?: ColumnUnit): string {
  if (value === null) return missing;
  if (value === '') return '""';
  if (/^TIMESTAMP/.test(type)) return formatExactMoment(String(value));
  return unit && isNumeric(type) ? exactEuro(String(value)) : String(value);
}

/** `€12.50`, `12.50 €`: the digits are those that are stored. */
function exactEuro(text: string): string {
  if (language() === 'fr') return `${text}\u202f€`;
  return text.startsWith('-') ? `-€${text.slice(1)}` : `€${text}`;
}

/** The type of a column in small, with what its figures are amounts of: `decimal(12,2) · EUR`. */
export const typeText = (type: string, unit?: ColumnUnit): string =>
  unit ? `${type.toLowerCase()} · ${unit}` : type.toLowerCase();
