import type { ReactNode } from 'react';
import { Learn } from '../../components/learn';
import { t } from '../../languages/language';
import type { LearnTopic } from '../../languages/english/learn';
import { PlaceLink } from './panel-link';

/** A figure of the strip; all of it leads to where the figure comes from. */
export function StripTile(props: {
  title: string;
  href: string;
  note: string;
  /** The figure is beyond its line. */
  isOver?: boolean;
  learn?: LearnTopic;
  children: ReactNode;
}) {
  const { title, href, note, isOver = false, learn, children } = props;
  return (
    <section className="tile strip-tile" aria-label={title} data-over={isOver}>
      <div className="tile-head">
        <h2 className="tile-title">
          <PlaceLink href={href} className="strip-link" label={t('strip.open', { title })}>
            {title}
          </PlaceLink>
        </h2>
        {learn && <Learn topic={learn} />}
      </div>
      <div className="tile-body">{children}</div>
      <p className="tile-note" title={note}>
        {note}
      </p>
    </section>
  );
}
