import type { ReactNode } from 'react';

/** One row: what it is and the facts about it on the left, its control on the right. */
export function SettingFrame(props: {
  /** Id of the control that the title labels; null where the control is a group of its own. */
  controlId: string | null;
  titleId: string;
  name: string;
  title: string;
  facts: readonly (string | null)[];
  notes?: ReactNode;
  children: ReactNode;
}) {
  const { controlId, titleId, name, title, facts, notes, children } = props;
  return (
    <li className="setting-row" data-testid={`setting-${name}`}>
      <div className="setting-text">
        {controlId === null ? (
          <span className="setting-title" id={titleId}>
            {title}
          </span>
        ) : (
          <label className="setting-title" id={titleId} htmlFor={controlId}>
            {title}
          </label>
        )}
        <p className="setting-facts">
          <code>{name}</code>
          {facts
            .filter((fact) => fact !== null)
            .map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
        </p>
        {notes}
      </div>
      <div className="setting-control">{children}</div>
    </li>
  );
}
