import { useState } from 'react';
import type { MouseEvent } from 'react';
import type { PipelineState } from '../../../main/contract/pipeline';
import { t } from '../languages/language';
import { stateAppearance } from '../pages/pipeline/pipeline-appearance';
import { ariaKeys, keysText } from '../shortcuts/keys-text';
import { useShortcut } from '../shortcuts/use-shortcut';
import type { PipelineCommand } from '../state/overview-store';
import { ConfirmStop } from './confirm-stop';
import { Icon } from './icon';

export interface StartStopButtonProps {
  /** Null until the control center answered. */
  readonly state: PipelineState | null;
  /** The command that is on its way and not answered yet. */
  readonly sent: PipelineCommand | null;
  readonly onCommand: (command: PipelineCommand) => void;
}

/**
 * The one control of the whole pipeline; its label is always the next action. Stopping a running
 * pipeline by keyboard asks first, by mouse it does not; Cancel never asks.
 */
export function StartStopButton({ state, sent, onCommand }: StartStopButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const look = stateAppearance[state ?? 'stopped'];
  // A start answers when it is through: until then Cancel must work. A stop is not given twice.
  const command = state === null || sent === 'stop' ? null : look.command;
  const isSettled = state === 'running' || state === 'degraded';

  const byKeyboard = () => {
    if (command === 'stop' && isSettled) setIsAsking(true);
    else if (command) onCommand(command);
  };
  useShortcut('start-stop', byKeyboard);

  // A click made by Enter or Space has no pointer behind it: its detail is 0.
  const onClick = (event: MouseEvent) => {
    if (event.detail === 0) byKeyboard();
    else if (command) onCommand(command);
  };
  const close = (confirmed: boolean) => {
    setIsAsking(false);
    if (confirmed) onCommand('stop');
  };

  return (
    <>
      <button
        type="button"
        className={`start-stop tone-${look.tone}`}
        data-testid="start-stop"
        data-state={state ?? 'unknown'}
        aria-keyshortcuts={ariaKeys('start-stop')}
        title={keysText('start-stop')}
        aria-disabled={command === null}
        onClick={onClick}
      >
        <Icon name={look.icon} spins={look.spins} />
        {t(`action.${state ?? 'stopped'}`)}
      </button>
      {isAsking && isSettled && <ConfirmStop onClose={close} />}
    </>
  );
}
