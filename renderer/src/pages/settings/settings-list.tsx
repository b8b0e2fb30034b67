import { Panel } from '../../components/panel';
import { SettingRow } from './setting-row';
import { groupsOf } from './setting-rows';
import type { GroupedRow } from './setting-rows';
import { groupTitle } from './setting-text';
import type { SettingsAccess } from './use-settings';
import { WindowRow } from './window-rows';

/** Rows under the titles of their groups. */
export function SettingsList({ rows, access }: { rows: GroupedRow[]; access: SettingsAccess }) {
  return groupsOf(rows).map((group) => (
    <Panel key={group} title={groupTitle(group)} className="settings-group">
      <ul className="setting-rows">
        {rows
          .filter((row) => row.group === group)
          .map(({ name, row }) =>
            row.kind === 'window' ? (
              <WindowRow key={name} name={row.name} />
            ) : (
              <SettingRow key={name} setting={row.setting} access={access} />
            ),
          )}
      </ul>
    </Panel>
  ));
}
