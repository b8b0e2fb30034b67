import type { LedgerReport } from '../../../../main/contract/ledger';
import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { lastGood } from '../../state/async-view';
import { LedgerRules } from './ledger-rules';
import { LedgerTable } from './ledger-table';
import { PanelAge } from './panel-age';
import { useLedger } from './use-ledger';
import { ViewNotice } from '../../components/view-notice';

/** The proof that nothing was lost and nothing counted twice, partition by partition. */
export function LedgerPanel({ pack }: { pack: string | null }) {
  const { view, isRunning, percent, isCurrent, verify, cancel } = useLedger(pack);
  const report = lastGood(view);
  useShortcut('cancel', isRunning ? cancel : null);
  return (
    <Panel
      title={t('quality.ledger.title')}
      learn="exactlyOnce"
      unit={t('quality.ledger.unit')}
      className="ledger-panel"
      aside={
        <>
          {report && (
            <Badge
              tone={report.ok ? 'green' : 'red'}
              icon={report.ok ? 'check' : 'octagon'}
              word={t(report.ok ? 'quality.ledger.agrees' : 'quality.ledger.differs')}
            />
          )}
          <PanelAge atMs={report?.atMs ?? null} isRenewed={false} />
          {report && !isCurrent && !isRunning && (
            <Badge tone="amber" icon="clock" word={t('quality.ledger.tablesChanged')} />
          )}
          {isRunning && <ProofProgress percent={percent} onCancel={cancel} />}
          <button
            type="button"
            className="button"
            aria-disabled={isRunning}
            onClick={() => {
              if (!isRunning) verify();
            }}
          >
            {isRunning && <Icon name="arc" spins />}
            {t(isRunning ? 'quality.ledger.verifying' : 'quality.ledger.verify')}
          </button>
        </>
      }
    >
      {report ? (
        <>
          {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={verify} />}
          <LedgerBody report={report} />
        </>
      ) : (
        <ViewNotice
          view={view}
          willAppear={t('quality.willAppear.ledger')}
          title={t('quality.ledger.verifying')}
          detail={t('quality.ledger.verifyingDetail')}
          onRetry={verify}
        />
      )}
    </Panel>
  );
}

/** How far the running proof is, and the way to end it. */
function ProofProgress(props: { percent: number | null; onCancel: () => void }) {
  const { percent, onCancel } = props;
  return (
    <>
      <progress
        className="ledger-progress"
        aria-label={t('quality.ledger.progress')}
        max={100}
        {...(percent === null ? {} : { value: percent })}
      />
      <button type="button" className="button button-quiet" onClick={onCancel}>
        {t('quality.ledger.cancel')}
      </button>
    </>
  );
}

function LedgerBody({ report }: { report: LedgerReport }) {
  const { acknowledged, pending, repeatedSends, brokerChecked } = report;
  return (
    <div className="ledger">
      <section className="ledger-partitions">
        <h3 className="visually-hidden">{t('quality.ledger.partitions')}</h3>
        <LedgerTable report={report} />
        <p className="ledger-facts">
          <span>
            {t('quality.ledger.acknowledged', {
              count: acknowledged,
              rows: formatInteger(acknowledged),
            })}
          </span>
          <span>
            {t('quality.ledger.pending', { count: pending, rows: formatInteger(pending) })}
          </span>
          <span>
            {t('quality.ledger.repeatedSends', {
              count: repeatedSends,
              rows: formatInteger(repeatedSends),
            })}
          </span>
          {!brokerChecked && <span>{t('quality.ledger.brokerNotAsked')}</span>}
        </p>
      </section>
      <section>
        <h3 className="visually-hidden">{t('quality.ledger.rules')}</h3>
        <LedgerRules report={report} />
      </section>
    </div>
  );
}
