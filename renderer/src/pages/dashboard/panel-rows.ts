import type { Cell, QueryResult } from '../../../../main/contract/query';
import type { Bar } from '../../charts/options/bars';
import type { Line } from '../../charts/options/lines';
import { columnTitle, formatCell } from '../../format/cells';
import { formatEuro, formatInteger, formatShort, formatShortEuro } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { countryCodeOf, countryColor } from '../../charts/country-colors';
import type { Theme } from '../../state/theme-store';
import type { PanelLine } from './dashboards';

/** A result's column: its place and type. A missing one is a defect and throws. */
export function columnOf({ columns }: QueryResult, name: string): { at: number; type: string } {
  const at = columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`the query has no column ${name}`);
  return { at, type: columns[at]!.type };
}

const isMoney = (type: string) => type.startsWith('DECIMAL');
const toNumber = (value: Cell | undefined) =>
  value === null || value === undefined ? null : Number(value);

/** Rows as bars, in their order; countries have their own colour. */
export function toBars(result: QueryResult, name: string, value: string, theme: Theme): Bar[] {
  const names = columnOf(result, name);
  const values = columnOf(result, value);
  return result.rows.map((row) => {
    const text = String(row[names.at] ?? '');
    const code = name === 'pays' ? countryCodeOf(text) : null;
    return {
      name: barName(row[names.at] ?? null, names.type, name),
      value: toNumber(row[values.at]) ?? 0,
      shown: formatCell(row[values.at] ?? null, values.type),
      color: code === null ? null : countryColor(code, theme),
    };
  });
}

/** A yes or no as the column's own words. */
function barName(value: Cell, type: string, column: string): string {
  if (typeof value !== 'boolean') return formatCell(value, type);
  return value ? columnTitle(column) : columnTitle(`${column}_not`);
}

/** Rows as lines over their positions, local time. */
export function toLines(
  result: QueryResult,
  position: string,
  lines: readonly PanelLine[],
): { positions: string[]; lines: Line[] } {
  const at = columnOf(result, position).at;
  const lastMs = momentMs(result.rows.at(-1)?.[at] ?? null);
  return {
    positions: result.rows.map((row) => formatClock(momentMs(row[at] ?? null), lastMs)),
    lines: lines.map(({ column, kind, isSecond = false }): Line => {
      const { at: place, type } = columnOf(result, column);
      return {
        name: columnTitle(column),
        kind,
        isSecond,
        values: result.rows.map((row) => toNumber(row[place])),
        format: isMoney(type) ? formatShortEuro : formatShort,
      };
    }),
  };
}

/** A timestamp's text, which without a zone is UTC. */
function momentMs(value: Cell): number {
  const text = String(value ?? '');
  return Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
}

/** A chart of bars in a sentence: the sum and the highest. */
export function summariseBars(bars: readonly Bar[], type: string) {
  const [highest] = [...bars].sort((a, b) => b.value - a.value);
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return {
    total: isMoney(type) ? formatEuro(total) : formatInteger(total),
    highest: highest?.name ?? '',
    figure: highest?.shown ?? '',
  };
}
