import type { ReactNode } from 'react';
import type { LearnTopic } from '../languages/english/learn';
import { Learn } from './learn';

export interface PanelProps {
  readonly title: string;
  readonly unit?: string;
  /** A term that the panel shows, explained beside its title. */
  readonly learn?: LearnTopic;
  /** Buttons and state notes, right of the title. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Frame of a block of the page. Its height comes from the page, never from its state. */
export function Panel({ title, unit, learn, aside, footer, className = '', children }: PanelProps) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <header className="panel-header">
        <h2 className="panel-title" title={title}>
          {title}
        </h2>
        {learn && <Learn topic={learn} />}
        {unit && (
          <span className="panel-unit" title={unit}>
            <span>{unit}</span>
          </span>
        )}
        <div className="panel-aside">{aside}</div>
      </header>
      <div className="panel-body">{children}</div>
      {footer && <footer className="panel-footer">{footer}</footer>}
    </section>
  );
}
