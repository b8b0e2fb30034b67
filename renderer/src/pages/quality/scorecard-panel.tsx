import { useState } from 'react';
import type { QualityReport } from '../../../../main/contract/quality';
import { AnswerNote } from '../../components/answer-note';
import { Badge } from '../../components/badge';
import { Panel } from '../../components/panel';
import { formatInteger } from '../../format/numbers';
import { t, tOr } from '../../languages/language';
import type { AsyncView } from '../../state/async-view';
import { lastGood } from '../../state/async-view';
import { tablePath } from '../data/data-address';
import { scoresStaleMs } from './checked';
import { ScoreDialog } from './score-dialog';
import type { OpenedScore } from './score-dialog';
import { ScoreLine } from './score-line';
import { scoresOf } from './score-lines';
import { formatScore } from './score-text';
import { scorecards } from './scorecards';
import { ViewNotice } from '../../components/view-notice';

/** Every table with the lowest score of its checks, its day, and what fails on it. */
export function ScorecardPanel(props: {
  view: AsyncView<QualityReport>;
  atMs: number | null;
  onRetry: () => void;
}) {
  const report = lastGood(props.view);
  const [opened, setOpened] = useState<OpenedScore | null>(null);
  return (
    <Panel
      title={t('quality.cards.title')}
      unit={t('quality.cards.unit')}
      className="cards-panel"
      aside={<AnswerNote answer={props} limitMs={scoresStaleMs} />}
    >
      {!report ? (
        <ViewNotice {...props} willAppear={t('quality.willAppear.cards')} />
      ) : (
        <div
          className="table-scroll"
          tabIndex={0}
          role="group"
          aria-label={t('quality.cards.title')}
        >
          <table className="figures-table quality-table">
            <thead>
              <tr>
                <th scope="col">{t('quality.checks.state')}</th>
                <th scope="col">{t('quality.cards.table')}</th>
                <th scope="col">{t('quality.cards.failing')}</th>
                <th scope="col" className="number">
                  {t('quality.cards.score')}
                </th>
                <th scope="col" className="number">
                  {t('quality.checks.day')}
                </th>
              </tr>
            </thead>
            <tbody>
              {scorecards(report).map(({ table, score, threshold, failing, rules }) => (
                <tr key={table} data-testid={`card-${table}`}>
                  <td>
                    <Badge
                      tone={failing.length > 0 ? 'red' : 'green'}
                      icon={failing.length > 0 ? 'octagon' : 'check'}
                      word={t(
                        failing.length > 0 ? 'quality.checks.failed' : 'quality.checks.passed',
                      )}
                    />
                  </td>
                  <th scope="row">
                    <a href={`#${tablePath(table)}`}>{table}</a>
                  </th>
                  <td className="card-failing">
                    {[
                      ...failing.map((check) => tOr(`quality.checks.names.${check}`, check)),
                      ...rules.map(({ rule, rows }) => `${rule} (${formatInteger(rows)})`),
                    ].join(', ') || t('quality.cards.nothing')}
                  </td>
                  <td className="number">{formatScore(score)}</td>
                  <td className="number">
                    <ScoreLine
                      name={table}
                      scores={scoresOf(report, `table:${table}`)}
                      threshold={threshold}
                      onOpen={() => setOpened({ check: `table:${table}`, name: table, threshold })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {report && opened && (
        <ScoreDialog opened={opened} report={report} onClose={() => setOpened(null)} />
      )}
    </Panel>
  );
}
