import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { languageChoices, t } from '../languages/language';
import { places } from '../places';
import { useShortcut } from '../shortcuts/use-shortcut';
import { useStores } from '../state/stores';
import { themeChoices } from '../state/theme-store';

/** Mod+K: places, tables and choices by a few letters of their names. */
export function CommandPalette() {
  const isOpen = useStores('palette', (state) => state.isOpen);
  const toggle = useStores('palette', (state) => state.toggle);
  const close = useStores('palette', (state) => state.close);
  useShortcut('palette', toggle);
  return isOpen ? <Palette onClose={close} /> : null;
}

/** The open palette; Escape and a choice close it, and the focus goes back to where it was. */
function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // A modal dialog gives the focus to the first part that can have it, which is the list's frame.
    element?.querySelector('input')?.focus();
    return () => element?.close();
  }, []);
  const open = useStores('address', (state) => state.open);
  const tables = useStores('overview', (state) => state.overview?.tables) ?? [];
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const command = useStores('overview', (state) => state.command);
  const chooseTheme = useStores('theme', (state) => state.choose);
  const chooseLanguage = useStores('language', (state) => state.choose);
  const item = (name: string, run: () => void) => (
    <Command.Item
      key={name}
      value={name}
      onSelect={() => {
        onClose();
        run();
      }}
    >
      {name}
    </Command.Item>
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
      <Command label={t('palette.label')} loop>
        <Command.Input placeholder={t('palette.search')} />
        <Command.List label={t('palette.label')}>
          <Command.Empty>{t('palette.none')}</Command.Empty>
          {(state === 'stopped' || state === 'failed') && (
            <Command.Group heading={t('palette.actions')}>
              {item(t('palette.start'), () => void command('start'))}
            </Command.Group>
          )}
          <Command.Group heading={t('places.label')}>
            {places.map(({ name, path }) => item(t(`places.${name}`), () => open(path)))}
          </Command.Group>
          <Command.Group heading={t('data.tables')}>
            {item(t('palette.sql'), () => open('/data/sql'))}
            {tables.map(({ table }) => item(table, () => open(`/data/${table.replace('.', '/')}`)))}
          </Command.Group>
          <Command.Group heading={t('palette.appearance')}>
            {themeChoices.map((choice) => item(t(`theme.${choice}`), () => chooseTheme(choice)))}
            {languageChoices.map((choice) =>
              item(`${t('language.label')}: ${t(`language.${choice}`)}`, () =>
                chooseLanguage(choice),
              ),
            )}
          </Command.Group>
        </Command.List>
      </Command>
    </dialog>
  );
}
