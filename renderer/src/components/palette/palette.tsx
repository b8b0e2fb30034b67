import { Command } from 'cmdk';
import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../languages/language';
import { keysText } from '../../shortcuts/keys-text';
import { paletteGroups } from './palette-entry';
import type { PaletteEntry } from './palette-entry';
import { useStores } from '../../state/stores';
import { readRecent, recentEntries, recentName, withRecent } from './recent-entries';
import { useActionEntries } from './use-action-entries';
import { usePlaceEntries } from './use-place-entries';

/** The open palette; Escape and a choice close it, and the focus goes back to where it was. */
export function Palette(props: { onClose: () => void; onQuit: () => void }) {
  const { onClose, onQuit } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [search, setSearch] = useState('');
  const entries = [...useActionEntries(onQuit), ...usePlaceEntries()];
  const kept = useStores('kept', (state) => state.texts[recentName]);
  const keep = useStores('kept', (state) => state.keep);
  const recent = recentEntries(readRecent(kept), entries);
  // Before the dialog leaves the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A modal dialog gives the focus to the first part that can have it, which is the list's frame.
    element?.querySelector('input')?.focus();
    return () => element?.close();
  }, []);
  const choose = ({ id, run }: PaletteEntry) => {
    keep(recentName, withRecent(kept, id));
    // The dialog gives the focus back first: what is chosen may take it.
    dialog.current?.close();
    onClose();
    run();
  };
  const group = (name: (typeof paletteGroups)[number] | 'recent', listed: PaletteEntry[]) =>
    listed.length > 0 && (
      <Command.Group key={name} heading={t(`palette.groups.${name}`)}>
        {listed.map((entry) => (
          <Command.Item
            key={entry.id}
            // With its name: another language is another value, whose keywords are read anew.
            value={`${name} ${entry.id} ${entry.name}`}
            keywords={[entry.name]}
            onSelect={() => choose(entry)}
          >
            <span className="palette-name">{entry.name}</span>
            {entry.shortcut && <kbd>{keysText(entry.shortcut)}</kbd>}
          </Command.Item>
        ))}
      </Command.Group>
    );
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.label')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <Command label={t('palette.label')} loop filter={matches}>
        <Command.Input placeholder={t('palette.search')} value={search} onValueChange={setSearch} />
        <Command.List label={t('palette.label')}>
          <Command.Empty>{t('palette.none')}</Command.Empty>
          {search === '' && group('recent', recent)}
          {paletteGroups.map((name) =>
            group(
              name,
              entries.filter((entry) => entry.group === name),
            ),
          )}
        </Command.List>
      </Command>
    </dialog>
  );
}

/** By the shown name alone, without accents: every word of the search must be in it. */
function matches(_value: string, search: string, names: string[] = []): number {
  const name = plain(names.join(' '));
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (!words.every((word) => name.includes(word))) return 0;
  return words.every((word) => name.startsWith(word)) ? 1 : 0.5;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
