import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Tone } from './badge';
import { Icon } from './icon';
import type { IconName } from './icon';

/** What comes sooner needs no word that it is on its way (ux.md section 4). */
export const patienceMs = 300;

/**
 * Instead of rows: what is so, what follows, and at most one action. Fills the panel's body. One that
 * spins keeps its room and is not seen before 300 ms, so that quick answers do not flicker.
 */
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
  const isPatient = useIsPatient(props.spins ?? false);
  return (
    <div className={`panel-notice tone-${props.tone ?? 'neutral'}`} data-patient={isPatient}>
      <Icon name={props.icon} spins={props.spins ?? false} />
      <p className="panel-notice-title">{props.title}</p>
      {props.detail && <p className="panel-notice-detail">{props.detail}</p>}
      {props.fix && <p className="panel-notice-fix">{props.fix}</p>}
      {props.action}
      {props.code && <code className="failure-code">{props.code}</code>}
    </div>
  );
}

/** True for the first 300 ms of waiting. */
function useIsPatient(waits: boolean): boolean {
  const [isPatient, setIsPatient] = useState(waits);
  useEffect(() => {
    setIsPatient(waits);
    if (!waits) return;
    const timer = setTimeout(() => setIsPatient(false), patienceMs);
    return () => clearTimeout(timer);
  }, [waits]);
  return isPatient;
}
