import { setTimeout as delay } from 'node:timers/promises';
import { createLogUpdate } from 'log-update';
import type { PartitionLag, TopicLag } from '../../contract/kafka';
import { describeLagAgreement, lagAgreement } from '../../contract/lag-agreement';
import { formatDuration, formatInteger, formatTable } from '../texts/format';
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
    formatInteger(one.queryLag),
    agreementText(one),
  ]);
  const header = ['partition', 'current offset', 'log end offset', 'lag', "query's own", 'sources'];
  return `${formatTable(header, rows)}\n${lagLine(lag)}\n${describeLagAgreement(lag)}`;
}

function agreementText(one: PartitionLag): string {
  const agreement = lagAgreement(one);
  if (agreement.kind === 'unknown') return '—';
  if (agreement.kind === 'agrees') return 'agree';
  const { differenceRecords } = agreement;
  return `differs by ${differenceRecords > 0 ? '+' : ''}${formatInteger(differenceRecords)}`;
}

/** Records, seconds, trend and the time to zero; what is not known is left out. */
function lagLine({ topic, lag, lagSeconds, trendPerSecond, secondsToZero }: TopicLag): string {
  if (lag === null) return `${topic}: not known yet, the query has committed no batch`;
  const seconds = lagSeconds === null ? '—' : lagSeconds.toFixed(1);
  const trend = trendPerSecond === null ? '' : `, ${paceText(trendPerSecond)}`;
  const isUnderWay = secondsToZero !== null && secondsToZero > 0;
  const end = isUnderWay ? `, 0 in ${formatDuration(secondsToZero * 1000)}` : '';
  return `${topic}: ${formatInteger(lag)} records, ${seconds} s${trend}${end}`;
}

/** Small paces with one decimal; never "-0". */
function paceText(perSecond: number): string {
  const isSmall = Math.abs(perSecond) < 10;
  const pace = (isSmall ? Math.round(perSecond * 10) / 10 : Math.round(perSecond)) || 0;
  const sign = pace > 0 ? '+' : '';
  return `${sign}${isSmall ? pace.toFixed(1) : formatInteger(pace)} records/s`;
}
