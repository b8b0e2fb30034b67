import type { RequestOf } from '../../../../main/contract/api';
import { logLevels, logSource } from '../../../../main/contract/logs';
import type { LogLevel, LogSource } from '../../../../main/contract/logs';

/** How far back the list goes, by the name in the address. */
export const ranges = { '5min': 300_000, '1h': 3_600_000, '24h': 86_400_000 } as const;
export type RangeName = keyof typeof ranges;

/** What is shown of the log, as the address says it. */
export interface LogFilter {
  readonly sources: readonly LogSource[];
  readonly leastLevel: LogLevel;
  readonly range: RangeName | null;
  /** Bounds that a link brought along, epoch milliseconds. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly text: string;
  readonly isPattern: boolean;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** What cannot be read counts as not said: all sources, information and worse, any time. */
export function readLogFilter(parameters: Parameters): LogFilter {
  const named = parameters['source']?.split(',') ?? [];
  const sources = logSource.options.filter((source) => named.includes(source));
  const range = parameters['range'];
  return {
    sources: sources.length === 0 ? logSource.options : sources,
    leastLevel: logLevels.find((level) => level === parameters['level']) ?? 'info',
    range: range && Object.hasOwn(ranges, range) ? (range as RangeName) : null,
    fromMs: readMs(parameters['from']),
    untilMs: readMs(parameters['until']),
    text: parameters['text'] ?? '',
    isPattern: parameters['pattern'] === '1',
  };
}

function readMs(text: string | undefined): number | null {
  const milliseconds = Number(text ?? NaN);
  return Number.isFinite(milliseconds) ? milliseconds : null;
}

/** Leaves every filter out of the address. */
export const noFilter = {
  source: null,
  level: null,
  range: null,
  from: null,
  until: null,
  text: null,
  pattern: null,
} as const;

/** The filter with one source more or less; null, all of them, when none is left. */
export function toggledSources(filter: LogFilter, source: LogSource): string | null {
  const isAll = filter.sources.length === logSource.options.length;
  const shown = isAll
    ? [source]
    : logSource.options.filter((one) => filter.sources.includes(one) !== (one === source));
  return shown.length === 0 || shown.length === logSource.options.length ? null : shown.join();
}

/** The filter as the control center is asked for it. */
export function requestOf(filter: LogFilter): RequestOf<'logs.read'> {
  const { sources, leastLevel, range, fromMs, untilMs, text, isPattern } = filter;
  return {
    sources: [...sources],
    leastLevel,
    lastMs: range && ranges[range],
    fromMs,
    untilMs,
    search: text === '' ? null : { text, isPattern },
  };
}
