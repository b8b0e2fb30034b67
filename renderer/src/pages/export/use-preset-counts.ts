import { useEffect, useRef } from 'react';
import { usePaced } from '../../state/use-paced';
import { useRequest, useTablesVersion } from '../../state/use-request';

/** New versions of the tables are counted at most this often: every preset is read for it. */
export const recountMs = 15_000;
/** A count that failed is made once more after this time: a batch may have been under way. */
export const retryCountMs = 2_000;

/** A request for the presets of a pack; undefined: of the one that is asked without a name. */
export const whose = (pack: string | undefined) => (pack === undefined ? {} : { pack });

/** The rows of a file of a preset; null while they are not counted. */
export type RowsOfPreset = (preset: string, version: number, name: string) => number | null;

/**
 * The rows that each file of the presets would have: counted anew when `freshness` changes and when a
 * batch was committed, and once more after a failure. What was counted stays until then.
 */
export function usePresetCounts(pack: string | undefined, freshness: string): RowsOfPreset {
  const tables = usePaced(useTablesVersion(), recountMs);
  const asked = `${freshness} ${tables}`;
  const { view, value, reload } = useRequest('exports.count', whose(pack), asked);
  const retried = useRef<string | null>(null);
  useEffect(() => {
    if (view.kind !== 'failed' || retried.current === asked) return;
    retried.current = asked;
    const timer = setTimeout(reload, retryCountMs);
    return () => clearTimeout(timer);
    // Each failure decides once.
  }, [view]);
  return (preset, version, name) =>
    value?.counts.find(
      (one) => one.preset === preset && one.version === version && one.name === name,
    )?.rows ?? null;
}
