import { useState } from 'react';
import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import { ChartMenu } from '../../../charts/chart-menu';
import { Icon } from '../../../components/icon';
import { Panel } from '../../../components/panel';
import { t } from '../../../languages/language';
import { useStores } from '../../../state/stores';
import type { RequestView } from '../../../state/use-request';
import { PanelState, StateNote } from '../../../components/panel-state';
import { SegmentedChoice } from '../../../components/segmented-choice';
import { BatchChart } from './batch-chart';
import { BatchDetail } from './batch-detail';
import { batchRows } from './batch-rows';
import { batchViews } from './batch-summary';
import type { BatchView } from './batch-summary';
import { BatchTable } from './batch-table';

/** The last micro-batches: where their time went, how many rows they took, how late these were. */
export function BatchesPanel(props: {
  request: RequestView<MicroBatches>;
  limitMs: number | null;
}) {
  const { request, limitMs } = props;
  const named = useStores('address', (state) => state.address.parameters['view']);
  const adjust = useStores('address', (state) => state.adjust);
  const view: BatchView = batchViews.find((one) => one === named) ?? 'duration';
  const [isTable, setIsTable] = useState(false);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const report = request.value;
  const batches = report?.batches ?? [];
  const chosen = batches.find(({ batchId }) => batchId === chosenId) ?? batches.at(-1);
  return (
    <Panel
      title={t('batches.title')}
      unit={t('batches.unit', { count: batches.length })}
      learn="watermark"
      className="batches"
      aside={
        batches.length > 0 && (
          <>
            <StateNote atMs={batches.at(-1)?.endedAtMs ?? null} />
            <SegmentedChoice
              label={t('batches.chooseView')}
              choices={batchViews}
              chosen={isTable ? null : view}
              textOf={(one) => t(`batches.views.${one}`)}
              onChoose={(one) => {
                setIsTable(false);
                adjust({ view: one === 'duration' ? null : one });
              }}
            />
            <button
              type="button"
              className="button"
              aria-pressed={isTable}
              aria-label={t('batches.table')}
              title={t('batches.table')}
              onClick={() => setIsTable(!isTable)}
            >
              <Icon name={isTable ? 'bars' : 'table'} />
            </button>
            <ChartMenu title={t('batches.title')} rows={report && (() => batchRows(report))} />
          </>
        )
      }
      footer={
        report && chosen ? (
          <BatchDetail
            report={report}
            batch={chosen}
            chosenId={chosen.batchId === chosenId ? chosenId : null}
            onChoose={setChosenId}
          />
        ) : undefined
      }
    >
      {report && batches.length > 0 ? (
        isTable ? (
          <BatchTable report={report} onChoose={setChosenId} />
        ) : (
          <BatchChart report={report} view={view} limitMs={limitMs} onChoose={setChosenId} />
        )
      ) : (
        <PanelState view={request.view} onRetry={request.reload} willAppear={t('batches.none')} />
      )}
    </Panel>
  );
}
