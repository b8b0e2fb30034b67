import { useState } from 'react';
import type { QualityCheck, QualityReport } from '../../../../main/contract/quality';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import { formatAge, formatMoment } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { scoreDetails } from '../../languages/spoken-text';
import type { AsyncView } from '../../state/async-view';
import { lastGood } from '../../state/async-view';
import { useNowMs } from '../../state/stores';
import { scored } from './checked';
import { PanelAge } from './panel-age';
import { RerunButton } from './rerun-button';
import { ScoreDialog } from './score-dialog';
import type { OpenedScore } from './score-dialog';
import { ScoreLine } from './score-line';
import { scoresOf } from './score-lines';
import { formatScore } from './score-text';
import { ViewNotice } from '../../components/view-notice';

/** The scorecard: every check with its scores, its threshold, its day and its state in a word. */
export function ChecksPanel(props: { view: AsyncView<QualityReport>; onRetry: () => void }) {
  const report = lastGood(props.view);
  const [opened, setOpened] = useState<OpenedScore | null>(null);
  const times = (report?.checks ?? []).flatMap(({ table, batch }) =>
    [table, batch].flatMap((score) => (score ? [score.atMs] : [])),
  );
  return (
    <Panel
      title={t('quality.checks.title')}
      unit={t('quality.checks.unit')}
      className="checks-panel"
      aside={<PanelAge atMs={times.length > 0 ? Math.max(...times) : null} isRenewed />}
    >
      {report ? (
        <div
          className="table-scroll"
          tabIndex={0}
          role="group"
          aria-label={t('quality.checks.title')}
        >
          <table className="figures-table quality-table">
            <thead>
              <tr>
                {(['state', 'name', 'layer'] as const).map((name) => (
                  <th scope="col" key={name}>
                    {t(`quality.checks.${name}`)}
                  </th>
                ))}
                {(['table', 'batch', 'threshold', 'day'] as const).map((name) => (
                  <th scope="col" className="number" key={name}>
                    {t(`quality.checks.${name}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('quality.checks.rerun')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {report.checks.map((check) => (
                <CheckRow
                  key={check.check}
                  {...{ check, report, onRerun: props.onRetry, onOpen: setOpened }}
                  failedAtMs={
                    report.lastFailures.find((one) => one.check === check.check)?.atMs ?? null
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <ViewNotice {...props} willAppear={t('quality.willAppear.checks')} />
      )}
      {report && opened && (
        <ScoreDialog opened={opened} report={report} onClose={() => setOpened(null)} />
      )}
    </Panel>
  );
}

function CheckRow(props: {
  check: QualityCheck;
  report: QualityReport;
  /** Null: it never did, as far as is kept. */
  failedAtMs: number | null;
  onRerun: () => void;
  onOpen: (opened: OpenedScore) => void;
}) {
  const { check, report, failedAtMs, onRerun, onOpen } = props;
  const nowMs = useNowMs();
  const { threshold, layer } = check;
  const [table, batch] = [scored(check.table), scored(check.batch)];
  const name = tOr(`quality.checks.names.${check.check}`, check.check);
  const isUnchecked = table === null && batch === null;
  const told = table ?? batch;
  const wrong = [table, batch].find((score) => score?.passed === false);
  return (
    <tr data-testid={`quality-${check.check}`}>
      <td>
        {isUnchecked ? (
          <Badge tone="neutral" icon="question" word={t('quality.checks.unchecked')} />
        ) : (
          <Badge
            tone={check.passed ? 'green' : 'red'}
            icon={check.passed ? 'check' : 'octagon'}
            word={t(check.passed ? 'quality.checks.passed' : 'quality.checks.failed')}
          />
        )}
      </td>
      <th scope="row" title={told ? scoreDetails(check.check, told) : undefined}>
        {name}
        {wrong && (
          <span className="quality-wrong check-wrong">{scoreDetails(check.check, wrong)}</span>
        )}
        {failedAtMs !== null && (
          <span className="check-failed-at" title={formatMoment(failedAtMs)}>
            {t('quality.checks.lastFailure', { age: formatAge(failedAtMs, nowMs) })}
          </span>
        )}
      </th>
      <td>
        <span className={`layer layer-${layer}`}>{t(`layers.${layer}`)}</span>
      </td>
      <td className="number">{formatScore(table?.score ?? null)}</td>
      <td className="number">{formatScore(batch?.score ?? null)}</td>
      <td className="number">
        {t('quality.checks.thresholdText', { threshold: formatScore(threshold) })}
      </td>
      <td className="number">
        <ScoreLine
          name={name}
          scores={scoresOf(report, check.check)}
          threshold={threshold}
          onOpen={() => onOpen({ check: check.check, name, threshold })}
        />
      </td>
      <td>
        <RerunButton {...{ check: check.check, name, pack: report.pack, onRerun }} />
      </td>
    </tr>
  );
}
