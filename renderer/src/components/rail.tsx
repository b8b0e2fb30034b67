import { messages } from '../messages';
import type { Place } from '../places';

/** The places of the window, numbered for the keyboard. */
export function Rail({ places, current }: { places: readonly Place[]; current: Place }) {
  return (
    <nav className="rail" aria-label={messages.places.label}>
      {places.map((place) => (
        <a
          key={place.address}
          href={`#${place.address}`}
          aria-current={place === current ? 'page' : undefined}
        >
          {place.label}
        </a>
      ))}
    </nav>
  );
}
