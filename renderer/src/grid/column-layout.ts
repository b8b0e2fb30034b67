/** How the columns of one table stand: widths in pixels by name, and names in their order. */
export interface ColumnLayout {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
  /** Empty: the table's own order. Columns that are not in it come after those that are. */
  readonly order: readonly string[];
  /** Columns that stay at the left while the others move, in their order. */
  readonly frozen: readonly string[];
}

export const defaultLayout: ColumnLayout = { widths: {}, hidden: [], order: [], frozen: [] };

/** The name under which the layout of a table is kept. */
export const layoutKey = (table: string): string => `columns.${table}`;

/** A layout as it was kept; what cannot be read of it is as by default. */
export function parseLayout(text: string | null): ColumnLayout {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Record<keyof ColumnLayout, unknown>> | null;
    const names = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
    const widths = Object.entries((kept?.widths ?? {}) as Record<string, number>);
    return {
      widths: Object.fromEntries(widths.filter(([, width]) => Number.isFinite(width))),
      hidden: names(kept?.hidden),
      order: names(kept?.order),
      frozen: names(kept?.frozen),
    };
  } catch {
    return defaultLayout;
  }
}

/** The text to keep; null for the default, which leaves nothing behind. */
export function layoutText(layout: ColumnLayout): string | null {
  const { widths, hidden, order, frozen } = layout;
  const isDefault = Object.keys(widths).length + hidden.length + order.length + frozen.length === 0;
  return isDefault ? null : JSON.stringify({ widths, hidden, order, frozen });
}

/** The names with one of them moved by a step to the left (-1) or right (1), inside the ends. */
export function moveBy(names: readonly string[], name: string, step: -1 | 1): string[] {
  const from = names.indexOf(name);
  const to = Math.max(0, Math.min(names.length - 1, from + step));
  return from === -1 ? [...names] : moveTo(names, name, to);
}

/** The names with one of them at a place. */
export function moveTo(names: readonly string[], name: string, place: number): string[] {
  const others = names.filter((one) => one !== name);
  return [...others.slice(0, place), name, ...others.slice(place)];
}
