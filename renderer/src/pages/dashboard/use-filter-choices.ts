import { formatCell } from '../../format/cells';
import { useRequest } from '../../state/use-request';
import type { LabelOf } from './filter-words';

/** The values that the filters by values can take, each with its label, as the tables have them now. */
export interface FilterChoices {
  /** By the name of the filter, in the order of the query. */
  readonly of: (name: string) => readonly { readonly value: string; readonly label: string }[];
  readonly labelOf: LabelOf;
}

/** Asked again as `freshness` changes; `whose` names the pack, null: it has no such query. */
export function useFilterChoices(
  whose: { readonly pack?: string } | null,
  freshness: string,
): FilterChoices {
  const request = whose && { ...whose, name: 'filter_values' };
  const rows = useRequest('query.run', request, freshness).value?.rows ?? [];
  const toLabel = (label: unknown) => formatCell(label as string | null, 'VARCHAR');
  return {
    of: (name) =>
      rows
        .filter((row) => row[0] === name)
        .map((row) => ({ value: String(row[1]), label: toLabel(row[2] ?? null) })),
    labelOf: (name, value) =>
      toLabel(rows.find((row) => row[0] === name && row[1] === value)?.[2] ?? value),
  };
}
