import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/**
 * A button, and below it while it is open a small dialog. The button and Escape close it; the focus
 * comes back to the button, as it does by the `close` that the content is given.
 */
export function DropPanel(props: {
  text: string;
  /** The dialog's name, read aloud. */
  label: string;
  /** Where the dialog begins: below the button's left edge, or so that it ends at its right one. */
  side: 'left' | 'right';
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: (close: () => void) => ReactNode;
}) {
  const { text, label, side, isOpen, onToggle, children } = props;
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    onToggle(false);
    opener.current?.focus();
  };
  return (
    <div className="drop">
      <button
        ref={opener}
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => onToggle(!isOpen)}
      >
        {text}
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <div
          className="drop-panel"
          data-side={side}
          role="dialog"
          aria-label={label}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
