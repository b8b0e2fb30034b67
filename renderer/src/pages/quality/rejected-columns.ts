import type { RejectedReport } from '../../../../main/contract/rejected';

/** Rules with a colour of their own; the others are drawn as one. */
const mostRules = 5;

/** One layer of the columns: a rule, or null for all the others together. */
export interface RejectedPart {
  readonly rule: string | null;
  /** One for each part of the time, from the oldest. */
  readonly values: readonly number[];
}

/** The parts of the time as columns, the busiest rules first, and when each begins. */
export function rejectedColumns({ fromMs, untilMs, partMs, history }: RejectedReport): {
  readonly times: readonly number[];
  readonly parts: readonly RejectedPart[];
} {
  const count = Math.max(1, Math.ceil((untilMs - fromMs + 1) / partMs));
  const times = Array.from({ length: count }, (_, index) => fromMs + index * partMs);
  const byRule = new Map<string, number[]>();
  for (const { atMs, rule, rows } of history) {
    const values = byRule.get(rule) ?? times.map(() => 0);
    const index = Math.min(count - 1, Math.floor((atMs - fromMs) / partMs));
    values[index] = (values[index] ?? 0) + rows;
    byRule.set(rule, values);
  }
  const total = (values: readonly number[]) => values.reduce((sum, rows) => sum + rows, 0);
  const busiest = [...byRule].sort(([, one], [, other]) => total(other) - total(one));
  const own = busiest.slice(0, mostRules).map(([rule, values]) => ({ rule, values }));
  const rest = busiest.slice(mostRules).map(([, values]) => values);
  if (rest.length === 0) return { times, parts: own };
  const others = times.map((_, index) => rest.reduce((sum, values) => sum + values[index]!, 0));
  return { times, parts: [...own, { rule: null, values: others }] };
}
