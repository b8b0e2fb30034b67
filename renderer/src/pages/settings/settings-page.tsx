import { FailureCard } from '../../components/failure-card';
import { FailureNotice } from '../../components/failure-notice';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { Announced } from '../../components/state-announcer';
import { t } from '../../languages/language';
import type { AsyncView } from '../../state/async-view';
import { useDesktop } from '../../state/desktop-context';
import { useStores } from '../../state/stores';
import { findSettings } from './find-settings';
import { catalogsGroup, groupsOf, settingsRows, windowGroup } from './setting-rows';
import { SettingsFile } from './settings-file';
import { SettingsList } from './settings-list';
import { SettingsNav } from './settings-nav';
import { groupTitle } from './setting-text';
import { useSettings } from './use-settings';
import { useCatalogs } from './use-catalogs';
import { WaitingBar, waitingOf } from './waiting-bar';

/** What can be changed: one group of the settings at a time, or what a search finds in all. */
export function SettingsPage() {
  const address = useStores('address', (state) => state.address);
  const adjust = useStores('address', (state) => state.adjust);
  const access = useSettings();
  const catalogs = useCatalogs();
  const { report } = access;
  const rows = settingsRows(report, useDesktop() !== null, catalogs.catalogs);
  const search = address.parameters['search'] ?? '';
  const group = address.path.split('/')[2] || windowGroup;
  const isSearching = search.trim() !== '';
  const source = group === catalogsGroup && !isSearching ? catalogs : access;
  const shown = isSearching
    ? findSettings(rows, search)
    : rows.filter((row) => row.group === group);
  const setSearch = (text: string) => adjust({ search: text === '' ? null : text });
  return (
    <main className="page settings-page">
      <SettingsNav
        groups={groupsOf(rows)}
        current={isSearching ? null : group}
        search={search}
        onSearch={setSearch}
      />
      <div className="settings-content">
        {source.view.kind === 'failed' && shown.length > 0 && (
          <FailureCard failure={source.view.failure} onRetry={source.reload} />
        )}
        <div className="settings-status">
          {report && <WaitingBar waiting={waitingOf(report.settings, catalogs.catalogs)} />}
          {isSearching && (
            <p className="settings-found">
              <Announced text={t('settings.found', { count: shown.length })} />
              {t('settings.found', { count: shown.length })}
            </p>
          )}
        </div>
        <SettingsList rows={shown} access={access} catalogs={catalogs} />
        {shown.length === 0 && (
          <Nothing
            view={source.view}
            onRetry={source.reload}
            group={group}
            search={isSearching ? search : null}
            onClear={() => setSearch('')}
          />
        )}
        {report && <SettingsFile report={report} />}
      </div>
    </main>
  );
}

/** Instead of rows: not read yet or not to be read, nothing found, or no such group. */
function Nothing(props: {
  view: AsyncView<unknown>;
  onRetry: () => void;
  group: string;
  search: string | null;
  onClear: () => void;
}) {
  const { view, group, search, onClear } = props;
  const isUnknown = view.kind === 'ready' || search !== null;
  const title = isUnknown ? t('places.settings') : groupTitle(group);
  return (
    <Panel title={title} className="settings-nothing">
      {view.kind === 'failed' ? (
        <FailureNotice failure={view.failure} onRetry={props.onRetry} />
      ) : search !== null ? (
        <PanelNotice
          icon="magnifier"
          title={t('settings.noMatch', { search })}
          detail={t('settings.noMatchFix')}
          action={
            <button type="button" className="button" onClick={onClear}>
              {t('settings.clear')}
            </button>
          }
        />
      ) : view.kind !== 'ready' ? (
        <PanelNotice icon="arc" spins title={t('settings.reading')} />
      ) : (
        <PanelNotice
          icon="question"
          title={t('settings.unknownGroup', { group })}
          fix={t('settings.unknownGroupFix')}
        />
      )}
    </Panel>
  );
}
