import { useEffect, useState } from 'react';
import { useStores } from '../../state/stores';

/**
 * The version of a table that the rows are read at: it follows new ones while `isFollowing`. `newer`
 * counts the rows that came since, `isBehind` tells of a newer version that may have no more rows;
 * `follow` takes it in.
 */
export function useLiveVersion(table: string, isFollowing: boolean) {
  const newest = useStores('overview', (state) =>
    state.overview?.tables.find((one) => one.table === table),
  );
  const version = newest?.tableVersion ?? 0;
  const rows = newest?.rows ?? 0;
  const [shown, setShown] = useState({ table, version, rows });
  useEffect(() => {
    if (shown.table !== table || (isFollowing && shown.version !== version)) {
      setShown({ table, version, rows });
    }
  }, [table, isFollowing, version, rows, shown]);
  return {
    shown: `${shown.table}@${shown.version}`,
    newer: Math.max(0, rows - shown.rows),
    isBehind: version > shown.version,
    follow: () => setShown({ table, version, rows }),
  };
}
