import type { Setting, SettingsReport } from '../../../../main/contract/settings';
import { t } from '../../languages/language';
import type { Findable } from './find-settings';
import { groupOf, groupTitle, titleOf } from './setting-text';
import { windowRows } from './window-rows';
import type { WindowRowName } from './window-rows';

/** A row of the schema, or one that the window keeps for itself. */
export type SettingsRow =
  | { readonly kind: 'schema'; readonly setting: Setting }
  | { readonly kind: 'window'; readonly name: WindowRowName };

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
  quit: 'settings.quit.title',
} as const;

/** What only the desktop does: in a browser such a setting would change nothing. */
const isOfDesktop = ({ name }: Setting) => name.startsWith(`${windowGroup}.`);

/** All rows in their order, the window's own first; before the report is there, only these. */
export function settingsRows(report: SettingsReport | null, isDesktop: boolean): GroupedRow[] {
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
  return [...own.filter((row) => !isWayOut(row)), ...schema, ...own.filter(isWayOut)];
}

/** The groups that have rows, each once, in the order of the rows. */
export function groupsOf(rows: readonly GroupedRow[]): string[] {
  return [...new Set(rows.map(({ group }) => group))];
}
