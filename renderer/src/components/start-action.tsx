import { useRef } from 'react';
import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { useFocusHeir } from '../state/use-focus-heir';
import { Icon } from './icon';

/**
 * Starts the pipeline from where its rows are missed (ux.md section 4). It does what the one control
 * above does, so it is there only while that one says Start, and never over the sample's tables.
 */
export function StartAction() {
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const isOwn = useStores('overview', (state) => state.overview?.lakehouse !== 'sample');
  const isSent = useStores('overview', ({ sent }) => sent !== null);
  const command = useStores('overview', (state) => state.command);
  const isPressed = useRef(false);
  // Pressed, it goes away: what is to be done next stands on the one control.
  const button = useFocusHeir<HTMLButtonElement>(() =>
    isPressed.current ? document.querySelector<HTMLElement>('.start-stop') : null,
  );
  if (state !== 'stopped' || !isOwn) return null;
  const start = () => {
    if (isSent) return;
    isPressed.current = true;
    void command('start');
  };
  return (
    <button
      ref={button}
      type="button"
      className="button start-action"
      aria-disabled={isSent}
      onClick={start}
    >
      <Icon name="play" />
      {t('action.stopped')}
    </button>
  );
}
