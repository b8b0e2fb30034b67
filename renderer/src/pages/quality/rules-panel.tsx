import type { QualityReport, RuleCount } from '../../../../main/contract/quality';
import { Breakable } from '../../components/breakable';
import { AnswerNote } from '../../components/answer-note';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import type { AsyncView } from '../../state/async-view';
import { lastGood } from '../../state/async-view';
import { scoresStaleMs } from './checked';
import { ViewNotice } from '../../components/view-notice';

/** How many rows each rule refused or marked, the busiest rule first. */
export function RulesPanel(props: {
  view: AsyncView<QualityReport>;
  atMs: number | null;
  onRetry: () => void;
}) {
  const report = lastGood(props.view);
  return (
    <Panel
      learn="watermark"
      title={t('quality.rules.title')}
      unit={t('quality.rules.unit')}
      className="rules-panel"
      aside={<AnswerNote answer={props} limitMs={scoresStaleMs} />}
    >
      {!report ? (
        <ViewNotice {...props} willAppear={t('quality.willAppear.rules')} />
      ) : report.rules.length === 0 ? (
        <PanelNotice icon="check" title={t('quality.rules.none')} />
      ) : (
        <div
          className="table-scroll"
          tabIndex={0}
          role="group"
          aria-label={t('quality.rules.title')}
        >
          <table className="figures-table quality-table">
            <thead>
              <tr>
                <th scope="col">{t('quality.rules.rule')}</th>
                <th scope="col">{t('quality.rules.effect')}</th>
                <th scope="col" className="number">
                  {t('quality.rules.rows')}
                </th>
              </tr>
            </thead>
            <tbody>
              {mostFirst(report.rules).map(({ rule, kind, rows }) => (
                <tr key={`${kind} ${rule}`} data-testid={`rule-${rule}`}>
                  <th scope="row">
                    <Breakable text={rule} />
                  </th>
                  <td>{t(`quality.rules.kinds.${kind}`)}</td>
                  <td className={rows === 0 ? 'number quality-zero' : 'number'}>
                    {formatInteger(rows)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** The rules with the most rows first; those with equally many in the order of the pack. */
const mostFirst = (rules: readonly RuleCount[]): RuleCount[] =>
  [...rules].sort((one, other) => other.rows - one.rows);
