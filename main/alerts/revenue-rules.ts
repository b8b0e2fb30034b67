import type { AlertLimits } from '../contract/alert-limits';
import type { Verdict } from './verdict';

const base = { subject: '', holdMs: 0, severity: 'warning' } as const;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Drop and anomaly of the newest closed window against those before; unknown until there are enough. */
export function judgeRevenue(
  revenues: readonly number[] | null,
  limits: AlertLimits,
): [Verdict, Verdict] {
  return [judgeDrop(revenues, limits), judgeAnomaly(revenues, limits)];
}

function judgeDrop(revenues: readonly number[] | null, limits: AlertLimits): Verdict {
  const windows = split(revenues, limits.revenueDropWindows);
  if (windows === null) return unknown('revenueDrop');
  const { last, before } = windows;
  const limit = mean(before) * limits.revenueDropShare;
  const message =
    `The last closed window has a revenue of ${last.toFixed(2)}; ` +
    `the ${before.length} before have ${mean(before).toFixed(2)} on average.`;
  const state = last < limit ? 'bad' : 'good';
  return { ...base, rule: 'revenueDrop', state, message, value: last, limit };
}

function judgeAnomaly(revenues: readonly number[] | null, limits: AlertLimits): Verdict {
  const windows = split(revenues, limits.revenueAnomalyWindows);
  if (windows === null) return unknown('revenueAnomaly');
  const { last, before } = windows;
  const average = mean(before);
  const deviation = Math.sqrt(mean(before.map((value) => (value - average) ** 2)));
  const limit = limits.revenueDeviations * deviation;
  const distance = Math.abs(last - average);
  const message =
    `The last closed window has a revenue of ${last.toFixed(2)}: ${distance.toFixed(2)} from the ` +
    `average of the ${before.length} before, whose standard deviation is ${deviation.toFixed(2)}.`;
  const state = distance > limit ? 'bad' : 'good';
  return { ...base, rule: 'revenueAnomaly', state, message, value: distance, limit };
}

function split(revenues: readonly number[] | null, count: number) {
  if (revenues === null || revenues.length < count + 1) return null;
  return { last: revenues.at(-1)!, before: revenues.slice(-count - 1, -1) };
}

function unknown(rule: 'revenueDrop' | 'revenueAnomaly'): Verdict {
  const message = 'There are not enough closed windows to compare.';
  return { ...base, rule, state: 'unknown', message, value: null, limit: null };
}
