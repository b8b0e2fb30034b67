import type { TableGrowth } from '../../../../main/contract/table-growth';
import type { TimeLine } from '../../charts/options/time-lines';
import { formatBytes, formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';

/** What is drawn of a table: its live files, or the bytes that they take. */
export const growthMeasures = ['files', 'bytes'] as const;
export type GrowthMeasure = (typeof growthMeasures)[number];

/** How far back the chart goes, by the name in the address. */
export const growthRanges = { '1h': 3_600_000, '24h': 86_400_000 } as const;
export type GrowthRange = keyof typeof growthRanges;

export const formatGrowth = (value: number, measure: GrowthMeasure): string =>
  measure === 'files' ? formatInteger(value) : formatBytes(value);

export const growthLines = (growth: TableGrowth, measure: GrowthMeasure): TimeLine[] => [
  { name: t(`data.growth.measures.${measure}`), points: growth[measure] },
];

/** The time that is drawn: from the first measurement on, not from before there was any. */
export function growthSpan({ fromMs, untilMs, files }: TableGrowth): readonly [number, number] {
  const [first] = files.find(([, value]) => value !== null) ?? [fromMs];
  // A single measurement stands in the middle.
  return first === untilMs ? [fromMs, untilMs] : [Math.max(fromMs, first), untilMs];
}
