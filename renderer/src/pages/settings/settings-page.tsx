import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import { useStores } from '../../state/stores';
import { findSettings } from './find-settings';
import { groupsOf, settingsRows, windowGroup } from './setting-rows';
import { SettingsFile } from './settings-file';
import { SettingsList } from './settings-list';
import { SettingsNav } from './settings-nav';
import { useSettings } from './use-settings';
import { WaitingBar, waitingSettings } from './waiting-bar';

/** What can be changed: one group of the settings at a time, or what a search finds in all. */
export function SettingsPage() {
  const address = useStores('address', (state) => state.address);
  const adjust = useStores('address', (state) => state.adjust);
  const access = useSettings();
  const { report, view } = access;
  const rows = settingsRows(report, useDesktop() !== null);
  const search = address.parameters['search'] ?? '';
  const group = address.path.split('/')[2] || windowGroup;
  const isSearching = search.trim() !== '';
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
        {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={access.reload} />}
        <div role="status" className="settings-status">
          {report && <WaitingBar waiting={waitingSettings(report.settings)} />}
          {isSearching && (
            <p className="settings-found">{t('settings.found', { count: shown.length })}</p>
          )}
        </div>
        <SettingsList rows={shown} access={access} />
        {shown.length === 0 && view.kind !== 'failed' && (
          <Nothing
            isReading={report === null}
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

/** Instead of rows: not read yet, nothing found, or no such group. */
function Nothing(props: {
  isReading: boolean;
  group: string;
  search: string | null;
  onClear: () => void;
}) {
  const { isReading, group, search, onClear } = props;
  return (
    <Panel title={t('places.settings')} className="settings-nothing">
      {search !== null ? (
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
      ) : isReading ? (
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
