import type { RejectedCount } from '../../../../main/contract/rejected';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { PanelState } from '../../components/panel-state';
import { formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { rejectionText } from '../../languages/rejection-text';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest, useTablesVersion } from '../../state/use-request';
import { KafkaFailure } from './kafka-failure';
import { dataAddress } from './record-address';

/** How many records each stage and rule refused, by the table; a row filters the list below. */
export function DeadLettersPanel() {
  const version = useTablesVersion();
  const { view, value, reload } = useRequest('rejected.read', {}, version);
  const total = value?.counts.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  return (
    <Panel
      learn="deadLetterQueue"
      className="kafka-letters"
      title={t('kafka.lettersTitle')}
      unit={t('kafka.lettersUnit')}
      aside={
        value && (
          <span className="panel-note">
            {t('kafka.recordsCount', { count: total, figure: formatInteger(total) })}
          </span>
        )
      }
    >
      {!value && view.kind === 'failed' ? (
        <KafkaFailure failure={view.failure} onRetry={reload} />
      ) : !value && view.kind === 'empty' ? (
        <PanelState view={view} willAppear={t('kafka.lettersNoneDetail')} onRetry={reload} />
      ) : !value ? (
        <PanelNotice icon="arc" spins title={t('kafka.reading')} />
      ) : value.counts.length === 0 ? (
        <PanelNotice
          icon="check"
          tone="green"
          title={t('kafka.lettersNone')}
          detail={t('kafka.lettersNoneDetail')}
        />
      ) : (
        <LetterCounts counts={value.counts} />
      )}
    </Panel>
  );
}

function LetterCounts({ counts }: { counts: readonly RejectedCount[] }) {
  const nowMs = useNowMs();
  const chosen = useStores('address', ({ address }) => address.parameters['header'] ?? '');
  const adjust = useStores('address', (state) => state.adjust);
  return (
    <div className="kafka-scroll" tabIndex={0} role="group" aria-label={t('kafka.lettersTitle')}>
      <table className="kafka-table">
        <thead>
          <tr>
            <th>{t('kafka.stage')}</th>
            <th>{t('kafka.rule')}</th>
            <th className="kafka-wide">{t('kafka.newestError')}</th>
            <th className="number">{t('kafka.newest')}</th>
            <th className="number">{t('kafka.lastDay')}</th>
            <th className="number">{t('kafka.allTime')}</th>
            <th>
              <span className="visually-hidden">{t('kafka.rows')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ pack, stage, rule, error, newestAtMs, recentRows, rows }) => {
            const header = `stage: ${stage}; rule: ${rule}`;
            const isChosen = chosen === header;
            return (
              <tr key={`${pack} ${stage} ${rule}`} aria-current={isChosen ? 'true' : undefined}>
                <td>{tOr(`kafka.stages.${stage}`, stage)}</td>
                <td>
                  <button
                    type="button"
                    className="kafka-open"
                    aria-pressed={isChosen}
                    title={t('kafka.showLetters')}
                    onClick={() => adjust({ header: isChosen ? null : header })}
                  >
                    {rule}
                  </button>
                </td>
                <td className="kafka-cell kafka-wide" title={rejectionText(error)}>
                  {rejectionText(error)}
                </td>
                <td className="number">{formatAge(newestAtMs, nowMs)}</td>
                <td className="number">{formatInteger(recentRows)}</td>
                <td className="number">{formatInteger(rows)}</td>
                <td>
                  <a href={`#${rowsOf(pack, stage, rule)}`}>{t('kafka.rows')}</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const rowsOf = (pack: string, stage: string, rule: string) =>
  dataAddress(
    'quality.rejected_records',
    [
      ['pack', pack],
      ['stage', stage],
      ['rule', rule],
    ].map(([column, value]) => ({ column: column!, operator: 'equals', value: value! })),
  );
