import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../languages/language';
import { places } from '../places';
import { chordText } from '../shortcuts/keys-text';
import { shortcutIds, shortcutOf } from '../shortcuts/shortcut-table';
import type { ShortcutGroup, ShortcutId } from '../shortcuts/shortcut-table';
import { useShortcut } from '../shortcuts/use-shortcut';
import { useStores } from '../state/stores';

const groups: readonly ShortcutGroup[] = ['everywhere', 'view', 'grid', 'sql'];

/** What a shortcut does, in words. */
export function shortcutName(id: ShortcutId): string {
  const number = /^place-(\d)$/.exec(id)?.[1];
  if (number !== undefined) return t(`places.${places[Number(number) - 1]!.name}`);
  return t(`shortcuts.names.${id as Exclude<ShortcutId, `place-${number}`>}`);
}

/** `?`: every shortcut of the window with its keys; the same key and Escape close it. */
export function ShortcutsOverlay() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('help', () => setIsOpen((before) => !before));
  return isOpen ? <Overlay onClose={() => setIsOpen(false)} /> : null;
}

function Overlay({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isBrowser = useStores('app', (state) => state.app?.host !== 'desktop');
  // Before the dialog leaves the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog shortcuts"
      aria-labelledby="shortcuts-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <header className="shortcuts-header">
        <h2 id="shortcuts-title" className="dialog-title">
          {t('shortcuts.title')}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {t('shortcuts.close')}
        </button>
      </header>
      <div className="shortcuts-groups">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`shortcuts-${group}`}>
            <h3 id={`shortcuts-${group}`}>{t(`shortcuts.groups.${group}`)}</h3>
            <dl>
              {shortcutIds
                .filter((id) => shortcutOf(id).group === group)
                .map((id) => (
                  <ShortcutRow key={id} id={id} isBrowser={isBrowser} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="shortcuts-notes">
        {t('shortcuts.plain')} {isBrowser && t('shortcuts.alternatives')}
      </p>
    </dialog>
  );
}

function ShortcutRow({ id, isBrowser }: { id: ShortcutId; isBrowser: boolean }) {
  const { keys, alternative } = shortcutOf(id);
  return (
    <div>
      <dt>{shortcutName(id)}</dt>
      <dd>
        <kbd>{chordText(keys, navigator.platform)}</kbd>
        {isBrowser && alternative && (
          <>
            {` ${t('shortcuts.or')} `}
            <kbd>{chordText(alternative, navigator.platform)}</kbd>
          </>
        )}
      </dd>
    </div>
  );
}
