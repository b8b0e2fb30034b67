import type { Setting } from '../../../../main/contract/settings';
import { Panel } from '../../components/panel';
import { SettingRow } from './setting-row';
import { CatalogPanel } from './catalog-panel';
import { catalogsGroup, groupsOf } from './setting-rows';
import type { CatalogsAccess } from './use-catalogs';
import type { GroupedRow } from './setting-rows';
import { groupTitle } from './setting-text';
import { DerivedRow } from './derived-row';
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
                <SchemaRow key={name} setting={row.setting} access={access} />
              ) : null,
            )}
        </ul>
      </Panel>
    ),
  );
}

function SchemaRow({ setting, access }: { setting: Setting; access: SettingsAccess }) {
  return setting.derivedFrom ? (
    <DerivedRow setting={setting} from={setting.derivedFrom} />
  ) : (
    <SettingRow setting={setting} access={access} />
  );
}
