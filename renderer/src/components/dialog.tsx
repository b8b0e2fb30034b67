import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { LiveRegions } from './state-announcer';

/**
 * A modal dialog with a title and buttons: `<Dialog title onClose actions={…}>…</Dialog>`. Escape
 * closes it, and the focus goes back to where it was: closed while it still stands in the page, only
 * then the browser gives the focus back.
 */
export function Dialog(props: {
  title: string;
  className?: string;
  actions: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, className = '', actions, onClose, children } = props;
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
      className={`dialog ${className}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className="dialog-title">
        {title}
      </h2>
      {children}
      <div className="dialog-actions">{actions}</div>
      <LiveRegions />
    </dialog>
  );
}
