import { Badge } from '../../components/badge';
import { Announced } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { tablePath } from '../data/data-address';

/** Says that the dashboard shows an earlier version, of what time, and how to come back. */
export function PastBand({ version, table }: { version: number; table: string | null }) {
  const nowMs = useNowMs();
  const adjust = useStores('address', (state) => state.adjust);
  const request = table === null ? null : { table, atVersion: version, limit: 1 };
  const page = useRequest('records.readPage', request).value;
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion ?? 0,
  );
  const compared = { tab: 'history', compare: String(newest), from: String(version) };
  const shown = t('dashboard.versionShown', {
    version: formatInteger(version),
    time: page ? formatClock(page.committedAtMs, nowMs) : '…',
  });
  return (
    <div className="past-band tone-amber">
      <Announced text={shown} />
      <Badge tone="amber" icon="clock" word={t('dashboard.notLive')} />
      <span>{shown}</span>
      {table !== null && newest > version && (
        <a className="button past-compare" href={`#${writeAddress(tablePath(table), compared)}`}>
          {t('dashboard.compare', { version: formatInteger(newest) })}
        </a>
      )}
      <button type="button" className="button" onClick={() => adjust({ version: null })}>
        {t('dashboard.backToLive')}
      </button>
    </div>
  );
}
