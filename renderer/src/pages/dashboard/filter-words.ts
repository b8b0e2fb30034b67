import { formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import type { Filters } from './filters';

/** The label that people read for a value of a filter. */
export type LabelOf = (name: string, value: string) => string;

/**
 * That there is no row for what is filtered, in a sentence: `No rows for Italy in the last 5 min`.
 * `heeds` tells which filters the panel follows. Null where none of them is set.
 */
export function noRowsText(
  { range, sets }: Filters,
  heeds: { readonly range: boolean; readonly set: (name: string) => boolean },
  labelOf: LabelOf,
): string | null {
  const labels = Object.entries(sets).flatMap(([name, values]) =>
    heeds.set(name) && values.length > 0
      ? [values.map((value) => labelOf(name, value)).join(t('dashboard.or'))]
      : [],
  );
  const span = heeds.range ? spanText(range) : null;
  if (labels.length === 0 && span === null) return null;
  const what = labels.length === 0 ? [] : [t('dashboard.noRowsFor', { what: labels.join(', ') })];
  return [t('dashboard.noRows'), ...what, ...(span === null ? [] : [span])].join(' ');
}

/** The time range inside a sentence; null for all of the time. */
function spanText(range: Filters['range']): string | null {
  if (range === 'all') return null;
  if (typeof range === 'string')
    return t('dashboard.inTheLast', { span: t(`dashboard.ranges.${range}`) });
  const moment = (text: string) => formatMoment(Date.parse(text));
  const { from, until } = range;
  if (from !== null && until !== null)
    return t('dashboard.between', { from: moment(from), until: moment(until) });
  return from !== null
    ? t('dashboard.since', { from: moment(from) })
    : t('dashboard.before', { until: moment(until ?? '') });
}
