import { Panel } from '../../components/panel';
import { SettingRow } from './setting-row';
import { CatalogPanel } from './catalog-panel';
import { catalogsGroup, groupsOf } from './setting-rows';
import type { CatalogsAccess } from './use-catalogs';
import type { GroupedRow } from './setting-rows';
import { groupTitle } from './setting-text';
import type { SettingsAccess } from './use-settings';
import { WindowRow } from './window-rows';

/** Rows under the titles of their groups. */
export function SettingsList(props: {
  rows: GroupedRow[];
  access: SettingsAccess;
  catalogs: CatalogsAccess;
}) {
  const { rows, access, catalogs } = props;
  return groupsOf(rows).map((group) =>
    group === catalogsGroup ? (
      rows.map(
        ({ name, row }) =>
          row.kind === 'catalog' && (
            <CatalogPanel key={name} catalog={row.catalog} access={catalogs} />
          ),
      )
    ) : (
      <Panel key={group} title={groupTitle(group)} className="settings-group">
        <ul className="setting-rows">
          {rows
            .filter((row) => row.group === group)
            .map(({ name, row }) =>
              row.kind === 'window' ? (
                <WindowRow key={name} name={row.name} />
              ) : row.kind === 'schema' ? (
                <SettingRow key={name} setting={row.setting} access={access} />
              ) : null,
            )}
        </ul>
      </Panel>
    ),
  );
}
