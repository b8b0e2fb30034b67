import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { places, toLocalField } from './records-place';
import type { RecordsPlace } from './records-place';

/** Where the list begins: one of the places, with the offset or the time that it needs. */
export function PlaceFields({ place }: { place: RecordsPlace }) {
  const adjust = useStores('address', (state) => state.adjust);
  const begin = (from: string) =>
    adjust({
      from,
      offset: from === 'offset' ? String(place.offset) : null,
      time: from === 'time' ? String(place.atMs) : null,
    });
  return (
    <>
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
          className="text-field kafka-offset"
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
    </>
  );
}
