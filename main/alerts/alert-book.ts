import type { Alert } from '../contract/alerts';
import type { Verdict } from './verdict';

/** A condition that is not an alert yet or no more: since when the verdict is what it is. */
interface Watched {
  readonly alert: Alert | null;
  /** Since when it is bad without an alert, or good with one; null when neither. */
  readonly turnedAtMs: number | null;
}

const keptCleared = 100;

/** Raises an alert once a verdict was bad for long enough, and clears it once it was good as long. */
export class AlertBook {
  private readonly watched = new Map<string, Watched>();
  private cleared: Alert[] = [];

  constructor(private readonly pack: string) {}

  /** Those that go on, and those that are over, newest first. */
  read(): { readonly active: Alert[]; readonly recent: Alert[] } {
    const active = [...this.watched.values()].flatMap(({ alert }) => alert ?? []);
    return { active, recent: this.cleared };
  }

  /** Takes the verdicts of one moment; returns the alerts that they raised or cleared. */
  take(verdicts: readonly Verdict[], nowMs: number): Alert[] {
    return verdicts.flatMap((verdict) => this.takeOne(verdict, nowMs) ?? []);
  }

  private takeOne(verdict: Verdict, nowMs: number): Alert | null {
    const key = `${verdict.rule}:${verdict.subject}`;
    const { alert, turnedAtMs } = this.watched.get(key) ?? { alert: null, turnedAtMs: null };
    const turns = alert === null ? verdict.state === 'bad' : verdict.state === 'good';
    const isOff = verdict.state === 'off';
    if (verdict.state === 'unknown') return null;
    const since = turns ? (turnedAtMs ?? nowMs) : null;
    const isHeld = since !== null && nowMs - since >= verdict.holdMs;
    if (alert === null && isHeld) {
      const raised = this.raise(verdict, nowMs);
      this.watched.set(key, { alert: raised, turnedAtMs: null });
      return raised;
    }
    if (alert !== null && (isHeld || isOff)) {
      const over = { ...alert, clearedAtMs: nowMs };
      this.cleared = [over, ...this.cleared].slice(0, keptCleared);
      this.watched.set(key, { alert: null, turnedAtMs: null });
      return over;
    }
    this.watched.set(key, { alert, turnedAtMs: since });
    return null;
  }

  private raise({ rule, subject, severity, message, value, limit }: Verdict, nowMs: number): Alert {
    const alertId = [this.pack, rule, subject, nowMs].filter((part) => part !== '').join('-');
    const { pack } = this;
    return {
      ...{ alertId, rule, subject, severity, pack, message, value, limit },
      raisedAtMs: nowMs,
      clearedAtMs: null,
      muted: false,
    };
  }
}
