import type { MicroBatch } from '../../../../../main/contract/micro-batches';
import type { LayerColors } from '../../../charts/layer-colors';
import type { ChartTheme } from '../../../charts/chart-theme';

/** What the job's parts are put together to, in the order in which they run. */
const partSources = {
  read: ['read'],
  bronze: ['bronze'],
  checks: ['findDuplicates', 'rejected', 'duplicates'],
  silver: ['silver'],
  journal: ['journal'],
  aggregates: ['aggregates', 'eventIds'],
} as const;

export type BatchPart = keyof typeof partSources | 'rest';
export const batchParts: readonly BatchPart[] = [
  ...(Object.keys(partSources) as (keyof typeof partSources)[]),
  'rest',
];

/** Milliseconds of a batch by part; what no part explains is `rest`. */
export function partsOf({ partsMs }: MicroBatch): Record<BatchPart, number> {
  const sums = Object.fromEntries(
    Object.entries(partSources).map(([part, sources]) => [
      part,
      sources.reduce((sum, source) => sum + (partsMs[source] ?? 0), 0),
    ]),
  ) as Record<keyof typeof partSources, number>;
  const known = Object.values(sums).reduce((sum, milliseconds) => sum + milliseconds, 0);
  return { ...sums, rest: Math.max(0, durationOf(partsMs) - known) };
}

/** The whole of a batch; without its total the sum of what is known. */
export function durationOf(partsMs: MicroBatch['partsMs']): number {
  return partsMs['total'] ?? Object.values(partsMs).reduce((sum, part) => sum + part, 0);
}

/** The layer's own colour for what writes it. */
export function partColor(part: BatchPart, layers: LayerColors, colors: ChartTheme): string {
  switch (part) {
    case 'read':
      return colors.accent;
    case 'bronze':
      return layers.bronze;
    case 'checks':
      return layers.quality;
    case 'silver':
      return layers.silver;
    case 'journal':
      return colors.second;
    case 'aggregates':
      return layers.gold;
    case 'rest':
      return layers.neutral;
  }
}
