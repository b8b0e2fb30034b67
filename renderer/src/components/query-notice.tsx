import { failureText } from '../languages/failure-text';
import { Badge } from './badge';
import { FailureNotice } from './failure-notice';
import { PanelNotice } from './panel-notice';
import { StartAction } from './start-action';
import { StoppedNote } from './stopped-note';
import { WaitingNotice } from './waiting-notice';
import { keysText } from '../shortcuts/keys-text';
import { formatElapsed } from '../format/time';
import { formatInteger } from '../format/numbers';
import { t } from '../languages/language';
import type { PanelCondition } from './panel-condition';

interface NoticeProps {
  readonly condition: PanelCondition;
  readonly onRetry: () => void;
  /** What the rows are, for the sentence that says where they will be. */
  readonly title: string;
  /** Null where nothing is filtered. */
  readonly onClearFilter: (() => void) | null;
  /** What the filters ask for, in a sentence that says that there is none; null for any. */
  readonly noMatch: string | null;
}

/** Beside the title while rows are shown: why they may not be the newest. */
export function QueryStateNote({ condition, onRetry }: Pick<NoticeProps, 'condition' | 'onRetry'>) {
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
      return <StoppedNote rows={result.rows.length} atMs={result.committedAtMs} />;
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
  onRetry,
  title: rows,
  onClearFilter,
  noMatch,
}: NoticeProps) {
  switch (condition.kind) {
    case 'loading':
      return <PanelNotice icon="arc" spins title={t('panel.loading')} />;
    case 'waiting':
      return <WaitingNotice detail={t('panel.willAppear', { rows })} />;
    case 'failed':
      return <FailureNotice failure={condition.failure} onRetry={onRetry} />;
    case 'noMatch': {
      const [version = null] = Object.values(condition.result.tableVersions);
      return (
        <PanelNotice
          icon="bars"
          title={noMatch ?? t('panel.noMatch', { version: formatInteger(version) })}
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
          action={<StartAction />}
        />
      );
  }
}
