import { missing } from '../../format/missing';
import { formatRate } from '../../format/numbers';
import { formatElapsed } from '../../format/time';
import { t } from '../../languages/language';

/** How fast a lag changes: `+12.3/s`, `−0.5/s`, "steady"; "—" while it is not known. */
export function LagTrend({ perSecond }: { perSecond: number | null }) {
  if (perSecond === null) return <>{missing}</>;
  if (Math.abs(perSecond) < 0.05) return <>{t('kafka.steady')}</>;
  const sign = perSecond > 0 ? '+' : '−';
  return <>{t('kafka.rateUnit', { rate: `${sign}${formatRate(Math.abs(perSecond))}` })}</>;
}

/** When nothing will be unread at this pace; "—" while the lag does not fall. */
export function TimeToZero({ seconds }: { seconds: number | null }) {
  if (seconds === null) return <>{missing}</>;
  if (seconds === 0) return <>{t('kafka.atZero')}</>;
  return <>≈ {formatElapsed(Math.max(1_000, seconds * 1_000))}</>;
}
