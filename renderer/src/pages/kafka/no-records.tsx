import type { Failure } from '../../../../main/contract/failure';
import { PanelNotice } from '../../components/panel-notice';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { KafkaFailure } from './kafka-failure';
import { noRecordFilter } from './record-filter';
import type { RecordFilter } from './record-filter';

/** Instead of records: they are being read, cannot be, none is there, none came yet, or none matches. */
export function NoRecords(props: {
  failure: Failure | null;
  isReading: boolean;
  /** Records that were looked at; null before an answer, and for a tail. */
  scanned: number | null;
  isLive: boolean;
  filter: RecordFilter;
  onRetry: () => void;
}) {
  const { failure, isReading, scanned, isLive, filter, onRetry } = props;
  const adjust = useStores('address', (state) => state.adjust);
  if (failure) return <KafkaFailure failure={failure} onRetry={onRetry} />;
  if (isLive)
    return (
      <PanelNotice icon="play" title={t('kafka.tailNone')} detail={t('kafka.tailNoneDetail')} />
    );
  if (scanned === null)
    return isReading ? <PanelNotice icon="arc" spins title={t('kafka.reading')} /> : null;
  if (filter.text === '' && filter.more === 0)
    return (
      <PanelNotice icon="stream" title={t('kafka.noneYet')} detail={t('kafka.noneYetDetail')} />
    );
  return (
    <PanelNotice
      icon="magnifier"
      title={t('kafka.noMatch')}
      detail={t('kafka.noMatchDetail', { count: scanned, figure: formatInteger(scanned) })}
      action={
        <button type="button" className="button" onClick={() => adjust(noRecordFilter)}>
          {t('panel.clearFilter')}
        </button>
      }
    />
  );
}
