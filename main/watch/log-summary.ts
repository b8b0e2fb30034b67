import { sayEvent } from '../contract/event-sentences';
import type { BatchLine } from '../contract/streaming';
import type { EventLog } from '../event-log';
import type { RunningPack } from '../pipeline/running-pack';
import type { Settings } from '../settings/settings';

export interface SummaryLog {
  batch(line: BatchLine): void;
  close(): void;
}

/**
 * One line of figures per running pack every `monitoring.summaryIntervalMs`, none while that is off
 * or the query does not run (floor.md 7.1): rows since the line before, read and put into Silver, and
 * how long the newest batch was worked on. With `logs.verbose` the log file alone has a line for
 * every micro-batch with rows too.
 */
export function logSummary(
  packs: readonly Pick<RunningPack, 'pack' | 'streaming'>[],
  settings: Pick<Settings, 'number' | 'isOn'>,
  log: Pick<EventLog, 'info' | 'line'>,
): SummaryLog {
  const counted = new Map(packs.map(({ pack }) => [pack.pack, { input: 0, output: 0 }]));
  const tell = () => {
    for (const { pack, streaming } of packs) {
      const { batchPartsMs } = streaming.read(Date.now());
      const latencyMs = batchPartsMs?.['addBatch'];
      if (latencyMs === undefined) continue;
      const { input, output } = counted.get(pack.pack)!;
      counted.set(pack.pack, { input: 0, output: 0 });
      const figures = { input, output, latencyMs };
      log.info(
        'query',
        packs.length === 1
          ? sayEvent('metrics', figures)
          : sayEvent('metricsOfPack', { ...figures, pack: pack.pack }),
      );
    }
  };
  let timer: NodeJS.Timeout;
  const wait = () => {
    // Asked again each time: it is a setting. While off, it is looked at as often as by default.
    const intervalMs = settings.number('monitoring.summaryIntervalMs');
    timer = setTimeout(() => {
      if (intervalMs !== null) tell();
      wait();
    }, intervalMs ?? 30_000).unref();
  };
  wait();
  return {
    batch: (line) => {
      const { pack, rows } = line;
      if (rows.input > 0 && settings.isOn('logs.verbose')) log.line('query', toBatchText(line));
      const before = counted.get(pack);
      if (!before) return;
      const output = before.output + rows.silver;
      counted.set(pack, { input: before.input + rows.input, output });
    },
    close: () => clearTimeout(timer),
  };
}

function toBatchText({ pack, batchId, rows, durationMs, endOffsets }: BatchLine): string {
  const { input, bronze, silver, duplicates, late } = rows;
  const rejected = Object.values(rows.rejected).reduce((sum, count) => sum + count, 0);
  const parts = Object.entries(durationMs).map(([part, ms]) => `${part} ${Math.round(ms)} ms`);
  return (
    `Batch ${batchId} of ${pack}: ${input} records, ${bronze} Bronze, ${silver} Silver, ` +
    `${rejected} rejected, ${duplicates} duplicate, ${late} late; ${parts.join(', ')}; ` +
    `up to ${JSON.stringify(endOffsets)}`
  );
}
