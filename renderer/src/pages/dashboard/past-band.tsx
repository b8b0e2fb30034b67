import { Badge } from '../../components/badge';
import { formatInteger } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';

/** Says that the dashboard shows an earlier version, of what time, and how to come back. */
export function PastBand({ version, table }: { version: number; table: string | null }) {
  const nowMs = useNowMs();
  const adjust = useStores('address', (state) => state.adjust);
  const request = table === null ? null : { table, atVersion: version, limit: 1 };
  const page = useRequest('records.readPage', request).value;
  return (
    <div className="past-band tone-amber" role="status">
      <Badge tone="amber" icon="clock" word={t('dashboard.notLive')} />
      <span>
        {t('dashboard.versionShown', {
          version: formatInteger(version),
          time: page ? formatClock(page.committedAtMs, nowMs) : '…',
        })}
      </span>
      <button type="button" className="button" onClick={() => adjust({ version: null })}>
        {t('dashboard.backToLive')}
      </button>
    </div>
  );
}
