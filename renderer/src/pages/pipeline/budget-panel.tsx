import { useState } from 'react';
import type { LatencyBudget, LatencyQuantiles } from '../../../../main/contract/latency-budget';
import { latencyHops } from '../../../../main/contract/latency-budget';
import { AnswerNote } from '../../components/answer-note';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { drawnQuantiles } from '../../state/drawn-latency-store';
import { useNowMs, useStores } from '../../state/stores';
import type { RequestView } from '../../state/use-request';
import { PanelState } from '../../components/panel-state';
import { TraceDialog } from './trace/trace-dialog';

/** It is measured anew with every micro-batch. */
const staleAfterMs = 15_000;

type Hop = (typeof latencyHops)[number] | 'screen';

/** Where a record's time goes, hop by hop to the moment this window drew it. */
export function BudgetPanel({ request }: { request: RequestView<LatencyBudget> }) {
  const traced = useStores('address', (state) => state.address.parameters['trace']);
  const adjust = useStores('address', (state) => state.adjust);
  const [isOpen, setIsOpen] = useState(false);
  const drawn = useStores('drawnLatency', (state) => state.drawn);
  const nowMs = useNowMs();
  const budget = request.value;
  const rows: readonly [Hop, LatencyQuantiles | null][] = [
    ...latencyHops.map((hop) => [hop, budget?.hops[hop] ?? null] as [Hop, LatencyQuantiles | null]),
    ['screen', drawnQuantiles(drawn, nowMs)],
  ];
  const hasAny = rows.some(([, quantiles]) => quantiles !== null);
  return (
    <Panel
      learn="eventTime"
      title={t('budget.title')}
      unit={t('budget.unit')}
      className="budget"
      aside={
        <>
          <AnswerNote answer={request} limitMs={staleAfterMs} />
          <button
            type="button"
            className="button"
            title={t('budget.trace')}
            aria-label={t('budget.trace')}
            onClick={() => setIsOpen(true)}
          >
            <Icon name="magnifier" />
            <span className="wide-only">{t('budget.trace')}</span>
          </button>
        </>
      }
    >
      {budget && hasAny ? (
        <BudgetTable budget={budget} rows={rows} />
      ) : (
        <PanelState view={request.view} onRetry={request.reload} willAppear={t('budget.none')} />
      )}
      {(isOpen || traced !== undefined) && (
        <TraceDialog
          eventId={traced ?? null}
          onClose={() => {
            setIsOpen(false);
            adjust({ trace: null });
          }}
        />
      )}
    </Panel>
  );
}

function BudgetTable(props: {
  budget: LatencyBudget;
  rows: readonly (readonly [Hop, LatencyQuantiles | null])[];
}) {
  const { budget, rows } = props;
  const longest = Math.max(1, ...rows.map(([, quantiles]) => quantiles?.p95 ?? 0));
  const [slowest] = rows.find(([, quantiles]) => quantiles?.p95 === longest) ?? ['bronze'];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('budget.title')}>
      <table className="figures-table budget-table">
        <caption className="visually-hidden">
          {t('budget.summary', {
            hop: t(`budget.hops.${slowest as Hop}`),
            longest: formatDuration(longest),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('budget.hop')}</th>
            <th scope="col" className="number">
              p50
            </th>
            <th scope="col" className="number">
              p95
            </th>
            <th scope="col" className="number">
              p99
            </th>
            <th scope="col">{t('budget.share')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([hop, quantiles]) => (
            <tr key={hop} data-testid={`hop-${hop}`}>
              <th scope="row">
                {t(`budget.hops.${hop}`)}
                {hop === 'bronze' && (
                  <span className="budget-line">
                    {t('budget.line', { limit: formatDuration(budget.bronzeLimitMs) })}
                  </span>
                )}
              </th>
              <Quantiles of={quantiles} />
              <td>
                <meter
                  className="budget-bar"
                  min={0}
                  max={longest}
                  value={quantiles?.p95 ?? 0}
                  aria-label={t('budget.share')}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr data-testid="hop-total">
            <th scope="row">{t('budget.total')}</th>
            <Quantiles of={budget.total} />
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Quantiles({ of }: { of: LatencyQuantiles | null }) {
  return (
    <>
      {(['p50', 'p95', 'p99'] as const).map((name) => (
        <td key={name} className="number">
          {formatDuration(of?.[name] ?? null)}
        </td>
      ))}
    </>
  );
}
