import { missing } from '../format/missing';
import { formatInteger } from '../format/numbers';
import { formatAge } from '../format/time';
import { labelled, t } from '../languages/language';
import { lastGood } from '../state/async-view';
import { useStores } from '../state/stores';
import { useShownPack } from '../state/use-shown-pack';
import { useDrawnLatency } from './use-drawn-latency';

/**
 * Version and age of the headline table of the pack that is looked at, which is named where several
 * run together.
 */
export function Freshness({ nowMs }: { nowMs: number }) {
  const { pack, packs } = useShownPack();
  const newest = useHeadline(pack);
  return (
    <div className="freshness" title={newest?.table}>
      <dt>
        {packs.length < 2 ? t('topBar.freshness') : labelled(t('topBar.freshness'), pack ?? '')}
      </dt>
      <dd data-testid="freshness">
        {newest === null
          ? missing
          : t('topBar.version', {
              version: formatInteger(newest.tableVersion),
              age: formatAge(newest.committedAtMs, nowMs),
            })}
      </dd>
    </div>
  );
}

/** The headline table of a pack: as the chart has drawn it, else as it was told last. */
function useHeadline(pack: string | null) {
  const result = useStores('revenue', (state) => lastGood(state.view));
  useDrawnLatency(result);
  const named = useStores('overview', ({ overview }) => overview?.headlineTables[pack ?? '']);
  const told = useStores('overview', ({ overview }) =>
    overview?.tables.find(({ table }) => table === named),
  );
  const [drawn, tableVersion] = Object.entries(result?.tableVersions ?? {})[0] ?? [];
  if (result && drawn !== undefined && tableVersion !== undefined && (named ?? drawn) === drawn)
    return { table: drawn, tableVersion, committedAtMs: result.committedAtMs };
  return told ?? null;
}
