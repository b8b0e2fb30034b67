import { useMemo } from 'react';
import { PackChoice } from '../../components/pack-choice';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { useShownPack } from '../../state/use-shown-pack';
import { AlertsPanel } from './alerts-panel';
import { checkedView } from './checked';
import { ChecksPanel } from './checks-panel';
import { LedgerPanel } from './ledger-panel';
import { RejectedPanel } from './rejected-panel';
import { RulesPanel } from './rules-panel';
import { SchemaPanel } from './schema-panel';
import { ScorecardPanel } from './scorecard-panel';

/** While the pipeline runs, the scores are read anew after this time: they read whole tables. */
const renewAfterMs = 15_000;

/** Is anything lost, doubled or wrong? Of the pack of the address, else of the one that is shown. */
export function QualityPage() {
  const pack = useShownPack().asked ?? null;
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? 'stopped');
  const isRunning = state === 'running' || state === 'degraded';
  const round = useRound();
  const request = useRequest(
    'quality.read',
    pack === null ? {} : { pack },
    isRunning ? `${state} ${round}` : state,
  );
  const { reload } = request;
  const view = useMemo(() => checkedView(request.view), [request.view]);
  return (
    <main className="page quality-page">
      <PackChoice />
      <LedgerPanel pack={pack} />
      <div className="quality-columns">
        <div className="quality-left">
          <ChecksPanel view={view} onRetry={reload} />
          <RejectedPanel pack={pack} />
        </div>
        <RulesPanel view={view} atMs={request.atMs} onRetry={reload} />
      </div>
      <div className="quality-columns">
        <ScorecardPanel view={view} atMs={request.atMs} onRetry={reload} />
        <SchemaPanel />
      </div>
      <AlertsPanel />
    </main>
  );
}

/** A number that changes each time the scores are to be read again. */
function useRound(): number {
  return Math.floor(useNowMs() / renewAfterMs);
}
