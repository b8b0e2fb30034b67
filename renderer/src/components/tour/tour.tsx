import { useEffect } from 'react';
import { Hint } from './hint';
import { hints } from './hints';
import { useTour } from './use-tour';

/** Three hints over the window; Escape and Skip end them, and the focus goes back to where it was. */
export function Tour() {
  const { step, next, end } = useTour(hints.length);
  const isOpen = step !== null;
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    const onKeyDown = (event: KeyboardEvent) => {
      // A dialog above it takes the key first.
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) end();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isOpen, end]);
  if (step === null) return null;
  return <Hint key={step} step={step} onNext={next} onEnd={end} />;
}
