import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { Icon } from './icon';
import type { IconName } from './icon';

/** Instead of rows: what is so, what follows, and at most one action. Fills the panel's body. */
export function PanelNotice(props: {
  icon: IconName;
  spins?: boolean;
  title: string;
  detail?: string;
  fix?: string;
  tone?: Tone;
  code?: string;
  action?: ReactNode;
}) {
  return (
    <div className={`panel-notice tone-${props.tone ?? 'neutral'}`}>
      <Icon name={props.icon} spins={props.spins ?? false} />
      <p className="panel-notice-title">{props.title}</p>
      {props.detail && <p className="panel-notice-detail">{props.detail}</p>}
      {props.fix && <p className="panel-notice-fix">{props.fix}</p>}
      {props.action}
      {props.code && <code className="failure-code">{props.code}</code>}
    </div>
  );
}
