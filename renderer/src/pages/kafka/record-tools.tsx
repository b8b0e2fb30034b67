import { useState } from 'react';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useStores } from '../../state/stores';
import { FilterField } from './filter-field';
import { MoreFilters } from './more-filters';
import { PlaceFields } from './place-fields';
import type { RecordsPlace } from './records-place';
import type { RecordsView } from './use-records';

/** Where the list begins, which partition, and what is sought; all kept in the address. */
export function RecordTools(props: {
  place: RecordsPlace;
  partitions: number;
  records: RecordsView;
}) {
  const { place, partitions, records } = props;
  const { filter } = place;
  const adjust = useStores('address', (state) => state.adjust);
  const [isOpen, setIsOpen] = useState(filter.more > 0 || filter.isPathWrong);
  useShortcut('cancel', records.isReading ? records.cancel : null);
  return (
    <>
      <div className="kafka-tools">
        <PlaceFields place={place} />
        <select
          className="log-select"
          aria-label={t('kafka.partition')}
          value={place.partition ?? 'all'}
          onChange={({ target }) =>
            adjust({ partition: target.value === 'all' ? null : target.value })
          }
        >
          <option value="all">{t('kafka.allPartitions')}</option>
          {Array.from({ length: partitions }, (_, partition) => (
            <option key={partition} value={partition}>
              {t('kafka.partition')} {partition}
            </option>
          ))}
        </select>
        <div className="log-search" role="search">
          <Icon name="magnifier" />
          <FilterField
            name="text"
            value={filter.text}
            label={t('kafka.filter')}
            className="kafka-search"
          />
        </div>
        <button
          type="button"
          className="button disclosure"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {filter.more > 0
            ? t('kafka.moreFiltersCount', { figure: formatInteger(filter.more) })
            : t('kafka.moreFilters')}
          <Icon name="chevron" />
        </button>
        {place.place !== 'live' && (
          <button
            type="button"
            className="button"
            onClick={records.isReading ? records.cancel : records.reload}
          >
            {records.isReading ? t('kafka.cancel') : t('kafka.read')}
          </button>
        )}
      </div>
      {isOpen && <MoreFilters filter={filter} />}
    </>
  );
}
