import type { RecordFilter } from '../../../../main/contract/records';
import { t } from '../../languages/language';
import { filterValues } from './filter-form';

type Columns = readonly { readonly name: string; readonly type: string }[];

/** A condition in words: `montant between 5 – 10`. */
export function filterText(filter: RecordFilter, columns: Columns): string {
  const type = columns.find(({ name }) => name === filter.column)?.type;
  const operator = t(`data.operators.${filter.operator}`);
  return `${filter.column} ${operator} ${filterValues(filter, type)}`.trim();
}

/** That there is no row for the conditions, in a sentence. */
export function noRowsText(filters: readonly RecordFilter[], columns: Columns): string {
  const what = filters.map((filter) => filterText(filter, columns)).join(', ');
  return `${t('dashboard.noRows')} ${t('dashboard.noRowsFor', { what })}`;
}
