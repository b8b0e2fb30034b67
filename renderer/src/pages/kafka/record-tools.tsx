import { useEffect, useState } from 'react';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { places, toLocalField } from './records-place';
import type { RecordsPlace } from './records-place';
import type { RecordsView } from './use-records';

/** The address is changed when the typing rests this long. */
const restMs = 300;

/** Where the list begins, which partition, and what is sought; all kept in the address. */
export function RecordTools(props: {
  place: RecordsPlace;
  partitions: number;
  records: RecordsView;
}) {
  const { place, partitions, records } = props;
  const adjust = useStores('address', (state) => state.adjust);
  const [text, setText] = useState(place.text);
  useEffect(() => setText(place.text), [place.text]);
  useEffect(() => {
    if (text === place.text) return;
    const timer = setTimeout(() => adjust({ text: text === '' ? null : text }), restMs);
    return () => clearTimeout(timer);
  }, [text, place.text, adjust]);
  const begin = (from: string) =>
    adjust({
      from,
      offset: from === 'offset' ? String(place.offset) : null,
      time: from === 'time' ? String(place.atMs) : null,
    });
  return (
    <div className="kafka-tools">
      <select
        className="log-select"
        aria-label={t('kafka.place')}
        value={place.place}
        onChange={({ target }) => begin(target.value)}
      >
        {places.map((name) => (
          <option key={name} value={name}>
            {t(`kafka.places.${name}`)}
          </option>
        ))}
      </select>
      {place.place === 'offset' && (
        <input
          type="number"
          min={0}
          aria-label={t('kafka.offset')}
          value={place.offset}
          onChange={({ target }) => adjust({ offset: target.value || '0' })}
        />
      )}
      {place.place === 'time' && (
        <input
          className="kafka-time"
          type="datetime-local"
          step={1}
          aria-label={t('kafka.time')}
          value={toLocalField(place.atMs)}
          onChange={({ target }) => {
            const atMs = new Date(target.value).getTime();
            if (!Number.isNaN(atMs)) adjust({ time: String(atMs) });
          }}
        />
      )}
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
        <input
          type="search"
          aria-label={t('kafka.filter')}
          placeholder={t('kafka.filter')}
          value={text}
          maxLength={1000}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText('')}
        />
      </div>
      <button
        type="button"
        className="button"
        onClick={records.isReading ? records.cancel : records.reload}
      >
        {records.isReading ? t('kafka.cancel') : t('kafka.read')}
      </button>
    </div>
  );
}
