import { failureText } from '../languages/failure-text';
import { Badge } from './badge';
import { FailureNotice } from './failure-notice';
import { PanelNotice } from './panel-notice';
import { keysText } from '../shortcuts/keys-text';
import { formatClock, formatElapsed } from '../format/time';
import { formatInteger } from '../format/numbers';
import { t } from '../languages/language';
import type { PanelCondition } from './panel-condition';

interface NoticeProps {
  readonly condition: PanelCondition;
  readonly nowMs: number;
  readonly onRetry: () => void;
  /** What the rows are, for the sentence that says where they will be. */
  readonly title: string;
  /** Null where nothing is filtered. */
  readonly onClearFilter: (() => void) | null;
}

/** Beside the title while rows are shown: why they may not be the newest. */
export function QueryStateNote({
  condition,
  nowMs,
  onRetry,
}: Pick<NoticeProps, 'condition' | 'nowMs' | 'onRetry'>) {
  switch (condition.kind) {
    case 'stale':
      return (
        <Badge
          tone="amber"
          icon="triangle"
          word={t('panel.stale', { age: formatElapsed(condition.ageMs) })}
        />
      );
    case 'stopped': {
      const { result } = condition;
      if (result === null || result.committedAtMs === null) return null;
      const rows = t('panel.rows', {
        count: result.rows.length,
        figure: formatInteger(result.rows.length),
      });
      const at = result.committedAtMs;
      return (
        <span className="panel-note">
          {t('panel.stoppedWithData', { rows, time: formatClock(at, nowMs) })}
        </span>
      );
    }
    case 'failed':
      if (!condition.result) return null;
      return (
        <>
          <span className="panel-note" title={failureText(condition.failure).message}>
            <Badge tone="red" icon="octagon" word={failureText(condition.failure).title} />
            <code className="failure-code">{condition.failure.code}</code>
            {t('panel.lastGood')}
          </span>
          <button type="button" className="button" onClick={onRetry}>
            {t('panel.retry')}
          </button>
        </>
      );
    default:
      return null;
  }
}

/** In the body while there is no row to show: what is so and what follows. */
export function QueryNotice({
  condition,
  nowMs,
  onRetry,
  title: rows,
  onClearFilter,
}: NoticeProps) {
  switch (condition.kind) {
    case 'waiting': {
      const seconds = formatElapsed(nowMs - condition.sinceMs);
      return <PanelNotice icon="arc" spins title={t('panel.waiting', { seconds })} />;
    }
    case 'failed':
      return <FailureNotice failure={condition.failure} onRetry={onRetry} />;
    case 'noMatch': {
      const [version = null] = Object.values(condition.result.tableVersions);
      return (
        <PanelNotice
          icon="bars"
          title={t('panel.noMatch', { version: formatInteger(version) })}
          action={
            onClearFilter && (
              <button type="button" className="button" onClick={onClearFilter}>
                {t('panel.clearFilter')}
              </button>
            )
          }
        />
      );
    }
    default:
      return (
        <PanelNotice
          icon="bars"
          title={t('panel.willAppear', { rows })}
          detail={t('panel.howToStart', { keys: keysText('start-stop') })}
        />
      );
  }
}
