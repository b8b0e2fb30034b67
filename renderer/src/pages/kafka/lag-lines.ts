import type { LagHistory } from '../../../../main/contract/lag-history';
import type { TimeLine } from '../../charts/options/time-lines';
import { formatInteger, formatRate } from '../../format/numbers';
import { unitSpace, t } from '../../languages/language';

export const lagMeasures = ['records', 'seconds'] as const;
export type LagMeasure = (typeof lagMeasures)[number];

/** How far back the chart goes, by the name in the address. */
export const lagRanges = { '5min': 300_000, '1h': 3_600_000, '24h': 86_400_000 } as const;
export type LagRange = keyof typeof lagRanges;

/** A lag in its unit: `1,204`, `2.4 s`. */
export function formatLag(value: number | null, measure: LagMeasure): string {
  if (measure === 'records' || value === null) return formatInteger(value);
  return `${formatRate(value)}${unitSpace()}s`;
}

/** The topic as a whole first, then its partitions; a topic of one partition has one line. */
export function lagLines({ lines }: LagHistory, measure: LagMeasure): TimeLine[] {
  const whole = lines.filter(({ partition }) => partition === null);
  const parts = lines.filter(({ partition }) => partition !== null);
  return [...whole, ...(parts.length > 1 ? parts : [])].map((line) => ({
    name: line.partition === null ? t('kafka.wholeTopic') : partitionName(line.partition),
    points: line[measure],
    isWhole: line.partition === null,
  }));
}

export const partitionName = (partition: number): string => `${t('kafka.partition')} ${partition}`;

/** Newest and highest value of a line; null where nothing was measured. */
export function lagExtremes({ points }: TimeLine): {
  readonly newest: number | null;
  readonly highest: readonly [atMs: number, value: number] | null;
} {
  const measured = points.filter((point): point is [number, number] => point[1] !== null);
  const highest = measured.reduce<readonly [number, number] | null>(
    (most, point) => (most === null || point[1] > most[1] ? point : most),
    null,
  );
  return { newest: measured.at(-1)?.[1] ?? null, highest };
}
