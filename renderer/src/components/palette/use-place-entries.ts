import { language, t } from '../../languages/language';
import { addressOf } from '../../pages/kafka/topic-address';
import { places } from '../../places';
import { placeShortcut } from '../../shortcuts/shortcut-table';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import type { PaletteEntry, PaletteGroup } from './palette-entry';

/** Everything that can be opened: places, tables, topics, saved queries, exports and settings. */
export function usePlaceEntries(): PaletteEntry[] {
  const open = useStores('address', (address) => address.open);
  const tables = useStores('overview', ({ overview }) => overview?.tables) ?? [];
  const broker = useStores('overview', ({ overview }) => overview?.pipeline.bootstrapServers);
  const topics = useRequest('kafkaTopics.read', broker ? {} : null).value?.topics ?? [];
  const queries = useRequest('savedQueries.read', {}).value?.queries ?? [];
  const presets = useRequest('exports.read', {}).value?.presets ?? [];
  const settings = useRequest('settings.read', {}).value?.settings ?? [];

  const opener = (
    group: PaletteGroup,
    name: string,
    [path, parameters]: [string, Record<string, string>?],
  ): PaletteEntry => ({
    id: `${group}:${path}${parameters ? JSON.stringify(parameters) : ''}`,
    group,
    name,
    run: () => open(path, parameters),
  });
  return [
    ...places.map(({ name, path }, index) => {
      const shortcut = placeShortcut(index + 1);
      const entry = opener('places', t(`places.${name}`), [path]);
      return shortcut ? { ...entry, shortcut } : entry;
    }),
    ...tables.map(({ table }) => opener('tables', table, [`/data/${table.replace('.', '/')}`])),
    ...topics
      .filter(({ kind }) => kind !== 'internal')
      .map(({ topic }) => opener('topics', topic, [addressOf(topic)])),
    ...queries.map(({ name, sql }) => opener('queries', name, ['/data/sql', { sql }])),
    ...presets.map(({ preset, title, titleFr }) =>
      opener('exports', language() === 'fr' ? titleFr : title, ['/export', { preset }]),
    ),
    ...settings.map(({ name, title, titleFr }) =>
      opener('settings', language() === 'fr' ? titleFr : title, [
        `/settings/${name.split('.')[0] ?? ''}`,
        { search: name },
      ]),
    ),
  ];
}
