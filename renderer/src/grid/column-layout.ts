/** How the columns of one table stand: widths in pixels by name, names that are hidden. */
export interface ColumnLayout {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
}

const emptyLayout: ColumnLayout = { widths: {}, hidden: [] };
const keyOf = (table: string) => `deltadesk.columns.${table}`;

/** The layout kept for a table in this window; the default for none or one that cannot be read. */
export function readColumnLayout(storage: Pick<Storage, 'getItem'>, table: string): ColumnLayout {
  try {
    const kept = JSON.parse(
      storage.getItem(keyOf(table)) ?? 'null',
    ) as Partial<ColumnLayout> | null;
    const widths = Object.entries(kept?.widths ?? {}).filter(([, width]) => Number.isFinite(width));
    const hidden = Array.isArray(kept?.hidden) ? kept.hidden.map(String) : [];
    return { widths: Object.fromEntries(widths), hidden };
  } catch {
    return emptyLayout;
  }
}

/** Keeps it; the default layout leaves nothing behind. */
export function keepColumnLayout(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  table: string,
  layout: ColumnLayout,
): void {
  const isDefault = Object.keys(layout.widths).length === 0 && layout.hidden.length === 0;
  if (isDefault) storage.removeItem(keyOf(table));
  else storage.setItem(keyOf(table), JSON.stringify(layout));
}
