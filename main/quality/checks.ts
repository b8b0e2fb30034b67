import { quoteName } from '../analytics/sql-quoting';
import type { QualityCheckName } from '../contract/quality';
import type { StreamPack } from '../contract/stream-pack';

/** What one check asks of one table: `good` of `total`, both SQL over the table's columns. */
export interface Measurement {
  readonly table: string;
  readonly good: string;
  readonly total: string;
}

export interface CheckDefinition {
  readonly check: QualityCheckName;
  readonly layer: 'bronze' | 'silver' | 'gold';
  /** What the good ones are, for a sentence: "1,990 of 2,000 rows have all required fields". */
  readonly good: string;
  readonly measurements: readonly Measurement[];
}

const allPresent = (columns: readonly string[]) =>
  columns.length === 0
    ? 'count(*)'
    : `count_if(${columns.map((column) => `${quoteName(column)} IS NOT NULL`).join(' AND ')})`;

/** The Bronze columns that hold these fields of the event as they came. */
function bronzeColumnsOf(pack: StreamPack, fields: readonly string[]): string[] {
  return pack.bronze.columns.filter(({ sql }) => fields.includes(sql)).map(({ name }) => name);
}

/** The five checks of a pack. A pack that names no critical fields has its id, time and key. */
export function checksOf(pack: StreamPack): CheckDefinition[] {
  const bronze = `bronze.${pack.bronze.table}`;
  const silver = `silver.${pack.silver.table}`;
  const required = pack.fields.filter((field) => field.required).map(({ name }) => name);
  const { eventIdField, eventTimeField, keyField = eventIdField } = pack;
  const { criticalFields = [eventIdField, eventTimeField, keyField] } = pack;
  const critical = bronzeColumnsOf(pack, criticalFields);
  const present = critical.map((column) => `count(${quoteName(column)})`);
  const [id, time] = [eventIdField, eventTimeField].map(quoteName);
  return [
    {
      check: 'bronze_schema_validation',
      layer: 'bronze',
      good: 'rows have all required fields',
      measurements: [
        { table: bronze, good: allPresent(bronzeColumnsOf(pack, required)), total: 'count(*)' },
      ],
    },
    {
      check: 'bronze_null_check',
      layer: 'bronze',
      good: `values of ${critical.join(', ')} are present`,
      measurements: [
        { table: bronze, good: present.join(' + '), total: `count(*) * ${critical.length}` },
      ],
    },
    {
      check: 'silver_dedup_check',
      layer: 'silver',
      good: 'rows have an event id of their own',
      measurements: [{ table: silver, good: `count(DISTINCT ${id})`, total: 'count(*)' }],
    },
    {
      check: 'silver_timestamp_validity',
      layer: 'silver',
      good: 'event times are present and not in the future',
      measurements: [{ table: silver, good: `count_if(${time} <= now())`, total: 'count(*)' }],
    },
    {
      check: 'gold_aggregation_completeness',
      layer: 'gold',
      good: 'rows of aggregates have every measure',
      measurements: pack.aggregates.map(({ layer, table, measures }) => ({
        table: `${layer}.${table}`,
        good: allPresent(measures.map(({ name }) => name)),
        total: 'count(*)',
      })),
    },
  ];
}
