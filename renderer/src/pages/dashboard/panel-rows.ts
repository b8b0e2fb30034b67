import type { Cell, QueryResult } from '../../../../main/contract/query';
import type { Bar } from '../../charts/options/bars';
import type { Line } from '../../charts/options/lines';
import { columnTitle, formatCell, formatFigure, isMoney } from '../../format/cells';
import { formatEuro, formatRate, formatShort, formatShortEuro } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { labelled, t } from '../../languages/language';
import { countryCodeOf, countryColor } from '../../charts/country-colors';
import { countryPattern } from '../../charts/country-patterns';
import { thin } from '../../charts/thin';
import { keysOf } from '../../sql/figure-sql';
import type { Theme } from '../../state/theme-store';
import type { DashboardPanel, PanelLine } from './dashboards';

/** A result's column: its place and type. A missing one is a defect and throws. */
export function columnOf({ columns }: QueryResult, name: string): { at: number; type: string } {
  const at = columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Error(`the query has no column ${name}`);
  return { at, type: columns[at]!.type };
}

/** The units of what a panel draws, in the order of its columns; empty for a table. */
export function unitOf(panel: DashboardPanel, result: QueryResult): string {
  const columns = drawnColumns(panel).filter((name) =>
    result.columns.some((column) => column.name === name),
  );
  const units = columns.map((name) =>
    isMoney(name, columnOf(result, name).type) ? t('dashboard.euro') : columnTitle(name),
  );
  return [...new Set(units)].join(', ');
}

function drawnColumns(panel: DashboardPanel): readonly string[] {
  switch (panel.kind) {
    case 'bars':
    case 'heat':
      return [panel.value];
    case 'lines':
      return panel.lines.map(({ column }) => column);
    case 'stacked':
      return ['ca_total'];
    case 'tiles':
    case 'table':
      return [];
  }
}

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
      shown: formatFigure(value, row[values.at] ?? null, values.type),
      color: code === null ? null : countryColor(code, theme),
      ...(code === null ? {} : { decal: countryPattern(code, theme) }),
    };
  });
}

/** A yes or no as the column's own words. */
function barName(value: Cell, type: string, column: string): string {
  if (typeof value !== 'boolean') return formatCell(value, type);
  return value ? columnTitle(column) : columnTitle(`${column}_not`);
}

/** Lines as they are drawn: `rows` are the rows of the result that the positions stand for. */
export interface DrawnLines {
  readonly positions: readonly string[];
  readonly lines: readonly Line[];
  readonly rows: readonly number[];
  /** The first position that had not ended when the rows were committed; null for none. */
  readonly openFrom: number | null;
}

/** Rows as lines over their positions, local time, thinned where there are very many. */
export function toLines(
  result: QueryResult,
  position: string,
  wanted: readonly PanelLine[],
  lastsMs: number | null = null,
): DrawnLines {
  const { at, type: positionType } = columnOf(result, position);
  const isTime = /^(TIMESTAMP|DATE)/.test(positionType) || lastsMs !== null;
  const lastMs = momentMs(result.rows.at(-1)?.[at] ?? null);
  const values = wanted.map(({ column }) => {
    const place = columnOf(result, column).at;
    return result.rows.map((row) => toNumber(row[place]));
  });
  const rows = thin(result.rows.length, values);
  const cellAt = (row: number) => result.rows[row]?.[at] ?? null;
  const committedAtMs = result.committedAtMs ?? Infinity;
  const openFrom =
    lastsMs === null
      ? -1
      : rows.findIndex((row) => momentMs(cellAt(row)) + lastsMs > committedAtMs);
  return {
    rows,
    openFrom: openFrom < 0 ? null : openFrom,
    positions: rows.map((row) =>
      isTime ? formatClock(momentMs(cellAt(row)), lastMs) : formatCell(cellAt(row), positionType),
    ),
    lines: wanted.map(({ column, kind, isSecond = false }, index): Line => {
      const { type } = columnOf(result, column);
      return {
        name: columnTitle(column),
        kind,
        isSecond,
        values: rows.map((row) => values[index]?.[row] ?? null),
        format: isMoney(column, type) ? formatShortEuro : formatShort,
      };
    }),
  };
}

/** A panel's title with the names of one of its rows: `Top 10 products: Ordinateur`. */
export function rowTitle(title: string, result: QueryResult, row: number): string {
  const names = (keysOf(result, row) ?? []).map(({ name, type, value }) =>
    barName(value, type, name),
  );
  return names.length === 0 ? title : labelled(title, names.join(', '));
}

/** A timestamp's text, which without a zone is UTC. */
function momentMs(value: Cell): number {
  const text = String(value ?? '');
  return Date.parse(/Z|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`);
}

/** A chart of bars in a sentence: the sum and the highest. */
export function summariseBars(bars: readonly Bar[], name: string, type: string) {
  const [highest] = [...bars].sort((a, b) => b.value - a.value);
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return {
    total: isMoney(name, type) ? formatEuro(total) : formatRate(total),
    highest: highest?.name ?? '',
    figure: highest?.shown ?? '',
  };
}
