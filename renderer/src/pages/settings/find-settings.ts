/** What the search looks at. */
export interface Findable {
  readonly name: string;
  readonly title: string;
  readonly groupTitle: string;
}

/** Without accents and capitals, so that `évén` and `even` find the same. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The rows that hold every word of the search somewhere in name, title or group; all for none. */
export function findSettings<T extends Findable>(rows: readonly T[], search: string): T[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return rows.filter(({ name, title, groupTitle }) => {
    const text = plain(`${name} ${title} ${groupTitle}`);
    return words.every((word) => text.includes(word));
  });
}
