import type { ReactNode } from 'react';
import type { LearnTopic } from '../languages/english/learn';
import { missing } from '../format/missing';
import { Learn } from './learn';

/** One block of the strip: a name, its figures and a line that says what they are. */
export function Tile(props: {
  title: string;
  note?: string | undefined;
  className?: string;
  /** A term that the tile's figure shows, explained beside its title. */
  learn?: LearnTopic;
  children: ReactNode;
}) {
  return (
    <section className={`tile ${props.className ?? ''}`} aria-label={props.title}>
      <div className="tile-head">
        <h2 className="tile-title">{props.title}</h2>
        {props.learn && <Learn topic={props.learn} />}
      </div>
      <div className="tile-body">{props.children}</div>
      {props.note !== undefined && (
        <p className="tile-note" title={props.note}>
          {props.note}
        </p>
      )}
    </section>
  );
}

/** A figure with its unit or its short name; a missing one is a quiet dash without unit. */
export function Figure(props: { value: string; unit?: string; name?: string; testId?: string }) {
  const isMissing = props.value === missing;
  return (
    <span className={isMissing ? 'figure figure-missing' : 'figure'}>
      {props.name && <span className="figure-name">{props.name}</span>}
      <span className="figure-value" data-testid={props.testId}>
        {props.value}
      </span>
      {props.unit && !isMissing && <span className="unit">{props.unit}</span>}
    </span>
  );
}
