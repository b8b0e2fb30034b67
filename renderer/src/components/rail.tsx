import { placeKeys } from '../format/keys';
import { t } from '../languages/language';
import type { Place } from '../places';
import { Icon } from './icon';

/** The places of the window, numbered for the keyboard. */
export function Rail({ places, current }: { places: readonly Place[]; current: Place }) {
  return (
    <nav className="rail" aria-label={t('places.label')}>
      {places.map((place, index) => (
        <a
          key={place.path}
          href={`#${place.path}`}
          aria-label={t(`places.${place.name}`)}
          aria-current={place === current ? 'page' : undefined}
          title={`${t(`places.${place.name}`)} (${placeKeys(navigator.platform, index + 1)})`}
        >
          <Icon name={place.icon} />
          <span className="rail-label">{t(`places.${place.name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
