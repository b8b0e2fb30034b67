import { language, t } from '../../languages/language';
import { addressOf } from '../../pages/kafka/topic-address';
import { places } from '../../places';
import { placeShortcut } from '../../shortcuts/shortcut-table';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { useShownPack } from '../../state/use-shown-pack';
import type { PaletteEntry, PaletteGroup } from './palette-entry';
import { usePresetsOfPacks } from './use-presets-of-packs';

/** Everything that can be opened: places, tables, topics, saved queries, exports and settings, of all packs. */
export function usePlaceEntries(): PaletteEntry[] {
  const open = useStores('address', (address) => address.open);
  const tables = useStores('overview', ({ overview }) => overview?.tables) ?? [];
  const broker = useStores('overview', ({ overview }) => overview?.pipeline.bootstrapServers);
  const topics = useRequest('kafkaTopics.read', broker ? {} : null).value?.topics ?? [];
  const queries = useRequest('savedQueries.read', {}).value?.queries ?? [];
  const { packs } = useShownPack();
  const beside = packs.slice(1);
  const presets = usePresetsOfPacks(packs);
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
    ...beside.map((pack) =>
      opener('places', `${t('places.dashboard')} · ${pack}`, ['/dashboard', { pack }]),
    ),
    ...tables.map(({ table }) => opener('tables', table, [`/data/${table.replace('.', '/')}`])),
    ...topics
      .filter(({ kind }) => kind !== 'internal')
      .map(({ topic }) => opener('topics', topic, [addressOf(topic)])),
    ...queries.map(({ name, sql }) => opener('queries', name, ['/data/sql', { sql }])),
    ...presets.map(({ pack, preset, title, titleFr }) => {
      const name = language() === 'fr' ? titleFr : title;
      return beside.includes(pack)
        ? opener('exports', `${name} · ${pack}`, ['/export', { pack, preset }])
        : opener('exports', name, ['/export', { preset }]);
    }),
    ...settings.map(({ name, title, titleFr }) =>
      opener('settings', language() === 'fr' ? titleFr : title, [
        `/settings/${name.split('.')[0] ?? ''}`,
        { search: name },
      ]),
    ),
  ];
}
