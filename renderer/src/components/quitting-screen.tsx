import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../languages/language';
import { useDesktop } from '../state/desktop-context';
import { useNowMs, useStores } from '../state/stores';
import { Icon } from './icon';
import { Announced, LiveRegions } from './state-announcer';

/** In the desktop, over everything once Deltadesk ends: what stops now, and for how long already. */
export function QuittingScreen() {
  const desktop = useDesktop();
  const [sinceMs, setSinceMs] = useState<number | null>(null);
  useEffect(
    () => desktop?.on('desktop.quitBegun', () => setSinceMs((before) => before ?? Date.now())),
    [desktop],
  );
  return sinceMs === null ? null : <Quitting sinceMs={sinceMs} />;
}

/** Nothing can be done any more: a dialog that cannot be closed. */
function Quitting({ sinceMs }: { sinceMs: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const step = useStores('overview', ({ overview }) => overview?.pipeline.step?.name ?? null);
  const ends =
    step === null
      ? t('desktop.quittingAll')
      : t('desktop.quittingStep', { step: t(`step.${step}`) });
  const seconds = Math.max(0, Math.floor((useNowMs() - sinceMs) / 1000));
  return (
    <dialog
      ref={dialog}
      className="dialog quitting"
      aria-label={t('desktop.quitting')}
      data-testid="quitting"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 className="dialog-title">
        <Icon name="arc" spins />
        <span>{ends}</span>
        <span className="quitting-elapsed">{t('desktop.quittingElapsed', { seconds })}</span>
      </h2>
      <p className="dialog-body">{t('desktop.quittingBody')}</p>
      <Announced text={ends} />
      <LiveRegions />
    </dialog>
  );
}
