import type { RecordFilter } from '../../../../main/contract/records';
import type { SortColumn } from '../../grid/header-cell';
import type { Address } from '../../state/address-store';

export const dataTabs = ['rows', 'schema', 'history', 'files'] as const;
export type DataTab = (typeof dataTabs)[number];

/** What the place Data shows: a table with its tab, filters, order and version, or the SQL box. */
export type DataView =
  | { readonly kind: 'sql' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'table';
      readonly table: string;
      readonly tab: DataTab;
      readonly filters: readonly RecordFilter[];
      readonly sort: readonly SortColumn[];
      /** Null: the newest. */
      readonly version: number | null;
    };

/** Reads `/data/<layer>/<table>` and `/data/sql`; parameters that cannot be read are left out. */
export function readDataView({ path, parameters }: Address): DataView {
  const [, , layer, table] = path.split('/');
  if (layer === 'sql') return { kind: 'sql' };
  if (!layer || !table) return { kind: 'none' };
  const version = Number(parameters['version'] ?? NaN);
  return {
    kind: 'table',
    table: `${layer}.${table}`,
    tab: dataTabs.find((tab) => tab === parameters['tab']) ?? 'rows',
    filters: readList<RecordFilter>(parameters['filter'], 'operator'),
    sort: readList<SortColumn>(parameters['sort'], 'descending'),
    version: Number.isInteger(version) && version >= 0 ? version : null,
  };
}

/** A list as an address carries it; null for an empty one, which is left out. */
export const writeList = (list: readonly object[]): string | null =>
  list.length === 0 ? null : JSON.stringify(list);

function readList<T extends { column: string }>(text: string | undefined, member: keyof T): T[] {
  try {
    const list = JSON.parse(text ?? '[]') as T[];
    return Array.isArray(list)
      ? list.filter((one) => typeof one?.column === 'string' && member in one)
      : [];
  } catch {
    return [];
  }
}

/** The address of a table. */
export const tablePath = (table: string): string => `/data/${table.replace('.', '/')}`;
