import { useEffect } from 'react';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { BatchesPanel } from './batches/batches-panel';
import { BudgetPanel } from './budget-panel';
import { FlowPanel } from './flow/flow-panel';
import { PipelineFailures } from './pipeline-failures';
import { panelId, showPanel } from './panel-link';
import type { ShownPanel } from './panel-link';
import { Parts } from './parts';
import { RevenuePanel } from './revenue-panel';
import { RunsPanel } from './runs-panel';
import { Strip } from './strip';
import { useBatches } from './use-batches';

/** Is it running, is it healthy, where does the time go, and what does it earn? */
export function PipelinePage() {
  const batches = useBatches();
  const newest = useStores('overview', (state) => state.overview?.streaming.lastBatchId ?? -1);
  const budget = useRequest('latency.read', {}, newest);
  const shown = useStores('address', (state) => state.address.parameters['show']);
  useEffect(() => showPanel(shown), [shown]);
  return (
    <main className="page pipeline-page">
      <PipelineFailures />
      <FlowPanel batches={batches.value} />
      <Strip budget={budget.value} />
      <div {...anchor('parts')}>
        <Parts />
      </div>
      <div className="pipeline-pair">
        <div {...anchor('batches')}>
          <BatchesPanel request={batches} limitMs={budget.value?.bronzeLimitMs ?? null} />
        </div>
        <div {...anchor('budget')}>
          <BudgetPanel request={budget} />
        </div>
      </div>
      <div className="pipeline-pair">
        <RevenuePanel />
        <div {...anchor('runs')}>
          <RunsPanel />
        </div>
      </div>
    </main>
  );
}

/** What an address can point at: it takes the focus, so that the keyboard goes on from there. */
const anchor = (panel: ShownPanel) =>
  ({ id: panelId(panel), tabIndex: -1, className: 'pipeline-anchor' }) as const;
