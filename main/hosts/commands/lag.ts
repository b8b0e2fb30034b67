import { setTimeout as delay } from 'node:timers/promises';
import { createLogUpdate } from 'log-update';
import type { TopicLag } from '../../contract/kafka';
import { formatDuration, formatInteger, formatTable } from '../format';
import { whenAskedToEnd } from '../when-asked-to-end';
import { unwrap, withControl } from '../with-control';
import type { Answer } from './read';

const watchIntervalMs = 1_000;

/** Lag by partition; needs the broker. */
export function readLag(options: { dataFolder: string }): Promise<Answer<TopicLag>> {
  return withControl(options.dataFolder, async (client) => {
    const lag = unwrap(await client.invoke('lag.read', {}));
    return { json: lag, text: lagText(lag) };
  });
}

/**
 * The lag every second until Ctrl-C: redrawn in place on a terminal, else one line each. Ends with
 * the failure when the pipeline stops.
 */
export function watchLag(
  options: { dataFolder: string; json?: boolean },
  output: NodeJS.WriteStream,
): Promise<void> {
  return withControl(options.dataFolder, async (client) => {
    let isAsked = false;
    const asked = whenAskedToEnd().then(() => (isAsked = true));
    const block = output.isTTY && !options.json ? createLogUpdate(output) : null;
    while (!isAsked) {
      const lag = unwrap(await client.invoke('lag.read', {}));
      if (block) block(lagText(lag));
      else output.write(`${options.json ? JSON.stringify(lag) : lagLine(lag)}\n`);
      await Promise.race([asked, delay(watchIntervalMs)]);
    }
    block?.done();
  });
}

/** One line a partition, and the whole below. */
export function lagText(lag: TopicLag): string {
  const rows = lag.partitions.map((one) => [
    String(one.partition),
    formatInteger(one.currentOffset),
    formatInteger(one.logEndOffset),
    formatInteger(one.lag),
  ]);
  const table = formatTable(['partition', 'current offset', 'log end offset', 'lag'], rows);
  return `${table}\n${lagLine(lag)}`;
}

/** Records, seconds, trend and the time to zero; what is not known is left out. */
function lagLine({ topic, lag, lagSeconds, trendPerSecond, secondsToZero }: TopicLag): string {
  const seconds = lagSeconds === null ? '—' : lagSeconds.toFixed(1);
  const pace = trendPerSecond === null ? null : Math.round(trendPerSecond);
  const trend = pace === null ? '' : `, ${pace > 0 ? '+' : ''}${formatInteger(pace)} records/s`;
  const isUnderWay = secondsToZero !== null && secondsToZero > 0;
  const end = isUnderWay ? `, 0 in ${formatDuration(secondsToZero * 1000)}` : '';
  return `${topic}: ${formatInteger(lag)} records, ${seconds} s${trend}${end}`;
}
