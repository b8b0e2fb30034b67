import { t } from '../languages/language';
import { runShortcut } from '../shortcuts/shortcut-registry';
import { useStores } from '../state/stores';
import { Icon } from './icon';
import { Menu, MenuItem, MenuSeparator } from './menu';
import { shortcutName } from './shortcuts-overlay';

/** Help where a person looks for it: the desktop has it in its menu bar too, a browser nowhere else. */
export function HelpMenu() {
  const open = useStores('address', (state) => state.open);
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className="button help-button"
          aria-label={t('topBar.help')}
          title={t('topBar.help')}
        >
          <Icon name="question" />
        </button>
      }
    >
      <MenuItem onSelect={() => open('/learn')}>{t('concepts.title')}</MenuItem>
      <MenuItem onSelect={() => void runShortcut('help')}>{shortcutName('help')}</MenuItem>
      <MenuItem onSelect={() => open('/pipeline', { tour: '1' })}>{t('palette.tour')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => open('/diagnostics')}>{t('palette.bundle')}</MenuItem>
      <MenuItem onSelect={() => open('/logs')}>{t('places.logs')}</MenuItem>
    </Menu>
  );
}
