import type { Alert } from '../../../main/contract/alerts';
import type { QualityCheckName, QualityScore } from '../../../main/contract/quality';
import { missing } from '../format/missing';
import { formatBytes, formatInteger, formatPercent } from '../format/numbers';
import { formatDuration } from '../format/time';
import { locale, t } from './language';

const exact = (value: number): string =>
  value.toLocaleString(locale(), { maximumFractionDigits: 4 });
const cents = (value: number): string =>
  value.toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How the figures of each rule are written. */
const figures: Record<Alert['rule'], (value: number) => string> = {
  lag: formatInteger,
  staleness: formatDuration,
  latency: formatDuration,
  batchTime: formatDuration,
  revenueDrop: cents,
  revenueAnomaly: cents,
  quality: exact,
  rejected: formatPercent,
  diskLow: formatBytes,
  diskFull: formatBytes,
};

/** What an alert says, in the window's language: its value against its limit. */
export function alertText({ rule, value, limit }: Pick<Alert, 'rule' | 'value' | 'limit'>): string {
  const shown = (figure: number | null) => (figure === null ? missing : figures[rule](figure));
  return t(`spoken.alerts.${rule}`, { value: shown(value), limit: shown(limit) });
}

/** What a score is made of, in the window's language; as main says it where it counts nothing. */
export function scoreDetails(check: QualityCheckName, { details, records }: QualityScore): string {
  const counted = /^(\d+) of (\d+) /.exec(details);
  if (!counted) return records === 0 ? t('spoken.scores.nothing') : details;
  const [good, total] = [counted[1], counted[2]].map((count) => formatInteger(Number(count)));
  return t(`spoken.scores.${check}`, { good: good!, total: total! });
}
