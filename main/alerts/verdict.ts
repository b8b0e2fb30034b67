import type { AlertRule } from '../contract/alerts';

/**
 * What a rule says of one moment. `bad` must last `holdMs` until an alert is raised, `good` as long
 * until it is cleared; `between` and `unknown` change nothing, `off` clears at once.
 */
export interface Verdict {
  readonly rule: AlertRule;
  /** Tells several alerts of one rule apart; '' where there is one. */
  readonly subject: string;
  readonly state: 'bad' | 'good' | 'between' | 'unknown' | 'off';
  readonly holdMs: number;
  readonly severity: 'warning' | 'error';
  /** What is so, a sentence with figures. */
  readonly message: string;
  readonly value: number | null;
  readonly limit: number | null;
}
