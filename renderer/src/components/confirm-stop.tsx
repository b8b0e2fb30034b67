import { useLayoutEffect, useRef } from 'react';
import { t } from '../languages/language';

/**
 * Asks before a stop that was given by keyboard. Escape keeps the pipeline running. The dialog is
 * closed while it still stands in the page: only then the browser gives the focus back.
 */
export function ConfirmStop({ onClose }: { onClose: (confirmed: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="confirm-stop-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose(false);
      }}
    >
      <h2 id="confirm-stop-title" className="dialog-title">
        {t('confirmStop.title')}
      </h2>
      <p className="dialog-body">{t('confirmStop.body')}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => onClose(false)}>
          {t('confirmStop.keep')}
        </button>
        <button type="button" className="button button-strong" onClick={() => onClose(true)}>
          {t('confirmStop.stop')}
        </button>
      </div>
    </dialog>
  );
}
