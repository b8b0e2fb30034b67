import type { ReactNode } from 'react';

export interface PanelProps {
  readonly title: string;
  readonly unit?: string;
  /** Buttons and state notes, right of the title. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Frame of a block of the page. Its height comes from the page, never from its state. */
export function Panel({ title, unit, aside, footer, className = '', children }: PanelProps) {
  return (
    <section className={`panel ${className}`} aria-label={title}>
      <header className="panel-header">
        <h2 className="panel-title">{title}</h2>
        {unit && <span className="panel-unit">{unit}</span>}
        <div className="panel-aside">{aside}</div>
      </header>
      <div className="panel-body">{children}</div>
      {footer && <footer className="panel-footer">{footer}</footer>}
    </section>
  );
}
