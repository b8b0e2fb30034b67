import { useEffect, useState } from 'react';
import { useStores } from '../../state/stores';

/**
 * The version of a table that the rows are read at: it follows new ones while `isFollowing`, and
 * with a refresh of the view. `newer`
 * counts the rows that came since, `isBehind` tells of a newer version that may have no more rows;
 * `follow` takes it in.
 */
export function useLiveVersion(table: string, isFollowing: boolean) {
  const newest = useStores('overview', (state) =>
    state.overview?.tables.find((one) => one.table === table),
  );
  const version = newest?.tableVersion ?? 0;
  const rows = newest?.rows ?? 0;
  const refreshed = useStores('refresh', (state) => state.count);
  const [shown, setShown] = useState({ table, version, rows, refreshed });
  useEffect(() => {
    const isOther = shown.table !== table || shown.refreshed !== refreshed;
    if (isOther || (isFollowing && shown.version !== version)) {
      setShown({ table, version, rows, refreshed });
    }
  }, [table, isFollowing, version, rows, refreshed, shown]);
  return {
    shown: `${shown.table}@${shown.version}`,
    newer: Math.max(0, rows - shown.rows),
    isBehind: version > shown.version,
    follow: () => setShown({ table, version, rows, refreshed }),
  };
}
