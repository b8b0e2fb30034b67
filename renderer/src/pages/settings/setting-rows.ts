import type { Setting, SettingsReport } from '../../../../main/contract/settings';
import type { Catalog } from '../../../../main/contract/catalogs';
import { t } from '../../languages/language';
import { catalogTitle } from './catalog-panel';
import type { Findable } from './find-settings';
import { groupOf, groupTitle, titleOf } from './setting-text';
import { windowRows } from './window-rows';
import type { WindowRowName } from './window-rows';

/** A row of the schema, or one that the window keeps for itself. */
export type SettingsRow =
  | { readonly kind: 'schema'; readonly setting: Setting }
  | { readonly kind: 'window'; readonly name: WindowRowName }
  | { readonly kind: 'catalog'; readonly catalog: Catalog };

/** The group of the catalogs. */
export const catalogsGroup = 'catalogs';
/** The group of the window's own rows. */
export const windowGroup = 'general';

/** One row of the place; `group` is part of its address. */
export interface GroupedRow extends Findable {
  readonly group: string;
  readonly row: SettingsRow;
}

const windowTitles = {
  language: 'settings.window.language',
  theme: 'settings.window.theme',
  dataFolder: 'desktop.folder.title',
  secrets: 'desktop.secrets.title',
  quit: 'settings.quit.title',
} as const;

/** What only the desktop does: in a browser such a setting would change nothing. */
const isOfDesktop = ({ name }: Setting) => name.startsWith(`${windowGroup}.`);

/**
 * All rows in their order, the window's own first, the catalogs behind the group of the producer;
 * before the report is there, only the window's.
 */
export function settingsRows(
  report: SettingsReport | null,
  isDesktop: boolean,
  catalogs: readonly Catalog[] = [],
): GroupedRow[] {
  const own = windowRows.map((name) => ({
    name: `window.${name}`,
    title: t(windowTitles[name]),
    group: windowGroup,
    groupTitle: groupTitle(windowGroup),
    row: { kind: 'window', name } as const,
  }));
  const shown = (report?.settings ?? []).filter((one) => isDesktop || !isOfDesktop(one));
  const schema = shown.map((setting) => ({
    name: setting.name,
    title: titleOf(setting),
    group: groupOf(setting.name),
    groupTitle: groupTitle(groupOf(setting.name)),
    row: { kind: 'schema', setting } as const,
  }));
  // The way out comes last in its group.
  const isWayOut = ({ row }: GroupedRow) => row.kind === 'window' && row.name === 'quit';
  const general = schema.filter(({ group }) => group === windowGroup);
  const producer = schema.filter(({ group }) => group === 'producer');
  const others = schema.filter((row) => !general.includes(row) && !producer.includes(row));
  const first = [...own.filter((row) => !isWayOut(row)), ...general, ...own.filter(isWayOut)];
  return [...first, ...producer, ...catalogs.map(catalogRow), ...others];
}

const catalogRow = (catalog: Catalog): GroupedRow => ({
  name: `${catalogsGroup}.${catalog.pack}.${catalog.name}`,
  title: catalogTitle(catalog),
  group: catalogsGroup,
  groupTitle: groupTitle(catalogsGroup),
  row: { kind: 'catalog', catalog },
});

/** The groups that have rows, each once, in the order of the rows. */
export function groupsOf(rows: readonly GroupedRow[]): string[] {
  return [...new Set(rows.map(({ group }) => group))];
}
