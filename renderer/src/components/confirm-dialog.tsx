import { useId, useLayoutEffect, useRef } from 'react';
import { LiveRegions } from './state-announcer';

/**
 * Asks before something that cannot be taken back. Escape declines. The dialog is closed while it
 * still stands in the page: only then the browser gives the focus back.
 */
export function ConfirmDialog(props: {
  title: string;
  body: string;
  confirm: string;
  decline: string;
  onClose: (confirmed: boolean) => void;
}) {
  const { title, body, confirm, decline, onClose } = props;
  const id = useId();
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
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose(false);
      }}
    >
      <h2 id={id} className="dialog-title">
        {title}
      </h2>
      <p className="dialog-body">{body}</p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={() => onClose(false)}>
          {decline}
        </button>
        <button type="button" className="button button-strong" onClick={() => onClose(true)}>
          {confirm}
        </button>
      </div>
      <LiveRegions />
    </dialog>
  );
}
