import type { QueryResult } from '../../../../main/contract/query';
import { sumDecimals } from '../../format/decimals';
import { tOr } from '../../languages/language';

/** One row of the query: a country and a segment. `revenue` is exact decimal text. */
export interface RevenueRow {
  readonly countryCode: string;
  readonly country: string;
  readonly segmentCode: string;
  readonly segment: string;
  /** Whole number as text: a BIGINT of the table. */
  readonly sales: string;
  readonly revenue: string;
}

/** A country with its rows and its total; `revenue` is exact decimal text. */
export interface CountryRevenue {
  readonly countryCode: string;
  readonly country: string;
  readonly revenue: string;
  readonly rows: readonly RevenueRow[];
}

/**
 * Rows of `revenue_by_country_segment`, its French columns translated here. A missing column is a
 * defect and throws; a row whose country or amount is null is left out.
 */
export function toRevenueRows(result: QueryResult): RevenueRow[] {
  const index = (name: string) => {
    const found = result.columns.findIndex((column) => column.name === name);
    if (found < 0) throw new Error(`the query has no column ${name}`);
    return found;
  };
  const at = {
    countryCode: index('country_code'),
    country: index('pays'),
    segmentCode: index('segment_code'),
    segment: index('segment'),
    sales: index('nombre_ventes'),
    revenue: index('ca_total'),
  };
  return result.rows.flatMap((row) => {
    const text = (column: keyof typeof at) => String(row[at[column]] ?? '');
    if (text('countryCode') === '' || text('revenue') === '') return [];
    const [countryCode, segmentCode] = [text('countryCode'), text('segmentCode')];
    return {
      countryCode,
      country: tOr(`countries.${countryCode}`, text('country')),
      segmentCode,
      segment: tOr(`segments.${segmentCode}`, text('segment')),
      sales: text('sales'),
      revenue: text('revenue'),
    };
  });
}

/** The exact sum of the rows' revenue, as decimal text. */
export function totalRevenue(rows: readonly RevenueRow[]): string {
  return sumDecimals(rows.map((row) => row.revenue));
}

/** The rows by country, the highest revenue first. */
export function byCountry(rows: readonly RevenueRow[]): CountryRevenue[] {
  return [...new Set(rows.map((row) => row.countryCode))]
    .map((countryCode) => {
      const own = rows.filter((row) => row.countryCode === countryCode);
      return {
        countryCode,
        country: own[0]?.country ?? countryCode,
        revenue: totalRevenue(own),
        rows: own,
      };
    })
    .sort((a, b) => Number(b.revenue) - Number(a.revenue));
}

const segmentOrder = ['INDIVIDUAL', 'ENTERPRISE', 'EDUCATION'];

/** A segment of the rows. `shade` is its place in the catalog, whichever segments have sales yet. */
export interface Segment {
  readonly code: string;
  readonly label: string;
  readonly shade: number;
}

/** The segments in the catalog's order, each with a shade of its own; unknown ones follow. */
export function segmentsOf(rows: readonly RevenueRow[]): Segment[] {
  const labels = new Map(rows.map((row) => [row.segmentCode, row.segment]));
  const unknown = [...labels.keys()].filter((code) => !segmentOrder.includes(code)).sort();
  return [...segmentOrder, ...unknown].flatMap((code, shade) => {
    const label = labels.get(code);
    return label === undefined ? [] : { code, label, shade };
  });
}
