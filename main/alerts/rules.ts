import type { AlertLimits } from '../contract/alert-limits';
import { judgeRevenue } from './revenue-rules';
import type { Signals } from './signals';
import type { Verdict } from './verdict';

const base = { subject: '', holdMs: 0, severity: 'warning' } as const;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
const share = (value: number) => `${(value * 100).toFixed(2)} %`;

/** What every rule says of this moment (floor.md 7.5). */
export function judge(signals: Signals, limits: AlertLimits): Verdict[] {
  return [
    judgeLag(signals, limits),
    judgeStaleness(signals, limits),
    judgeLatency(signals, limits),
    judgeBatchTime(signals, limits),
    ...judgeRevenue(signals.windowRevenues, limits),
    ...judgeQuality(signals),
    judgeRejected(signals, limits),
    judgeDisk('diskLow', 'warning', signals.freeBytes, limits.diskLowBytes),
    judgeDisk('diskFull', 'error', signals.freeBytes, limits.diskFullBytes),
  ];
}

function judgeLag({ isRunning, lagRecords, lagSeconds }: Signals, limits: AlertLimits): Verdict {
  const known = lagRecords !== null;
  const isOver = (part: number) =>
    (lagRecords ?? 0) > limits.lagRecords * part || (lagSeconds ?? 0) > limits.lagSeconds * part;
  const state = !isRunning
    ? 'off'
    : !known
      ? 'unknown'
      : isOver(1)
        ? 'bad'
        : isOver(0.5)
          ? 'between'
          : 'good';
  const age = lagSeconds === null ? '' : `, the oldest ${lagSeconds.toFixed(0)} s old`;
  return {
    ...base,
    rule: 'lag',
    state,
    holdMs: limits.lagHoldMs,
    message: `${lagRecords ?? '—'} records are not processed yet${age}.`,
    value: lagRecords,
    limit: limits.lagRecords,
  };
}

function judgeStaleness(signals: Signals, limits: AlertLimits): Verdict {
  const { isRunning, isProducing, bronzeAgeMs, triggerIntervalMs } = signals;
  const limit = limits.stalenessTriggers * triggerIntervalMs + limits.stalenessGraceMs;
  const isOff = !isRunning || !isProducing;
  const state = isOff
    ? 'off'
    : bronzeAgeMs === null
      ? 'unknown'
      : bronzeAgeMs > limit
        ? 'bad'
        : 'good';
  const age = bronzeAgeMs === null ? '—' : seconds(bronzeAgeMs);
  const message = `No row has come to Bronze for ${age} while the producer sends.`;
  return { ...base, rule: 'staleness', state, message, value: bronzeAgeMs, limit };
}

function judgeLatency(signals: Signals, limits: AlertLimits): Verdict {
  const { isRunning, latencyP95Ms, triggerIntervalMs } = signals;
  const limit = limits.latencyP95Ms;
  const state =
    !isRunning || triggerIntervalMs > limits.latencyTriggerMs
      ? 'off'
      : latencyP95Ms === null
        ? 'unknown'
        : latencyP95Ms > limit
          ? 'bad'
          : 'good';
  const p95 = latencyP95Ms === null ? '—' : seconds(latencyP95Ms);
  const message = `95 % of records are in the tables within ${p95}; promised are ${seconds(limit)}.`;
  return {
    ...{ ...base, rule: 'latency', state, message, limit },
    value: latencyP95Ms,
    holdMs: limits.latencyHoldMs,
  };
}

function judgeBatchTime(signals: Signals, limits: AlertLimits): Verdict {
  const { isRunning, batchMs, triggerIntervalMs } = signals;
  const limit = limits.batchTimeMs;
  const state =
    !isRunning || triggerIntervalMs > limits.latencyTriggerMs
      ? 'off'
      : batchMs === null
        ? 'unknown'
        : batchMs > limit
          ? 'bad'
          : 'good';
  const took = batchMs === null ? '—' : seconds(batchMs);
  const message = `Micro-batches take ${took}; promised are ${seconds(limit)}.`;
  return {
    ...{ ...base, rule: 'batchTime', state, message, limit },
    value: batchMs,
    holdMs: limits.batchTimeHoldMs,
  };
}

function judgeQuality({ checks }: Signals): Verdict[] {
  return checks.map(({ check, passed, score, threshold }) => ({
    ...base,
    rule: 'quality',
    subject: check,
    state: passed ? 'good' : 'bad',
    message: `${check} scores ${score.toFixed(4)}; at least ${threshold} is asked.`,
    value: score,
    limit: threshold,
  }));
}

function judgeRejected({ rejectedShare }: Signals, limits: AlertLimits): Verdict {
  const limit = limits.rejectedShare;
  const state = rejectedShare === null ? 'unknown' : rejectedShare > limit ? 'bad' : 'good';
  const told = rejectedShare === null ? '—' : share(rejectedShare);
  const message = `${told} of the last ${limits.rejectedRecords} records were rejected.`;
  return { ...base, rule: 'rejected', state, message, value: rejectedShare, limit };
}

function judgeDisk(
  rule: 'diskLow' | 'diskFull',
  severity: Verdict['severity'],
  freeBytes: number | null,
  limit: number,
): Verdict {
  const state = freeBytes === null ? 'unknown' : freeBytes < limit ? 'bad' : 'good';
  const free = freeBytes === null ? '—' : `${Math.round(freeBytes / 1e6)} MB`;
  const action = rule === 'diskFull' ? ' The producer is stopped.' : '';
  const message = `${free} are free on the disk of the data folder.${action}`;
  return { ...base, rule, severity, state, message, value: freeBytes, limit };
}
