import { t } from '../languages/language';
import type { Place } from '../places';
import { failedChecks } from '../state/doctor-store';
import { keysText } from '../shortcuts/keys-text';
import { placeShortcut } from '../shortcuts/shortcut-table';
import { useStores } from '../state/stores';
import { Icon } from './icon';

/** Under this name it is kept that the rail shows icons alone. */
const keptName = 'rail';

/** The places of the window, numbered for the keyboard; Diagnostics counts the failed checks. */
export function Rail({ places, current }: { places: readonly Place[]; current: Place }) {
  const failed = useStores('doctor', failedChecks);
  const countOf = ({ name }: Place) => (name === 'diagnostics' && failed > 0 ? failed : null);
  const isNarrow = useStores('kept', ({ texts }) => texts[keptName] === 'icons');
  const keep = useStores('kept', (state) => state.keep);
  return (
    <nav className={isNarrow ? 'rail rail-icons' : 'rail'} aria-label={t('places.label')}>
      {places.map((place, index) => (
        <a
          key={place.path}
          data-place={place.name}
          href={`#${place.path}`}
          aria-label={
            countOf(place) === null
              ? t(`places.${place.name}`)
              : t('diagnostics.railLabel', { count: failed })
          }
          aria-current={place === current ? 'page' : undefined}
          title={titleOf(place, index + 1)}
        >
          <Icon name={place.icon} />
          <span className="rail-label">{t(`places.${place.name}`)}</span>{' '}
          {countOf(place) !== null && <span className="rail-count">{countOf(place)}</span>}
        </a>
      ))}
      <button
        type="button"
        className="rail-toggle"
        aria-label={t(isNarrow ? 'places.widen' : 'places.narrow')}
        title={t(isNarrow ? 'places.widen' : 'places.narrow')}
        onClick={() => keep(keptName, isNarrow ? null : 'icons')}
      >
        <Icon name="chevron" />
      </button>
    </nav>
  );
}

/** The place's name and the keys that open it. */
function titleOf({ name }: Place, number: number): string {
  const shortcut = placeShortcut(number);
  const title = t(`places.${name}`);
  return shortcut ? `${title} (${keysText(shortcut)})` : title;
}
