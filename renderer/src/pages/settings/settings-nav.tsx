import { t } from '../../languages/language';
import { groupTitle } from './setting-text';

/** The search over all settings, and the groups as links. `current` is null while a search shows. */
export function SettingsNav(props: {
  groups: readonly string[];
  current: string | null;
  search: string;
  onSearch: (search: string) => void;
}) {
  return (
    <nav className="settings-nav" aria-label={t('settings.groupsLabel')}>
      <input
        type="search"
        className="setting-search"
        aria-label={t('settings.search')}
        placeholder={t('settings.searchShort')}
        value={props.search}
        onChange={(event) => props.onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') props.onSearch('');
        }}
      />
      {props.groups.map((group) => (
        <a
          key={group}
          href={`#/settings/${group}`}
          aria-current={group === props.current ? 'page' : undefined}
        >
          {groupTitle(group)}
        </a>
      ))}
    </nav>
  );
}
