import type { SettingDefinition } from '../contract/settings';
import { define } from './define-setting';
import type { DataPaths } from './paths';

/** Where everything of a data folder lies: shown beside what can be set (floor.md 8.4). */
export function derivedSettings(paths: DataPaths): SettingDefinition[] {
  const path = (name: string, titles: readonly [string, string], value: string, from: string) =>
    define(name, titles, { type: 'text', pattern: '.*' }, value, { derivedFrom: from });
  const places = {
    bronzePath: [['Tables of Bronze', 'Tables Bronze'], paths.table('bronze')],
    silverPath: [
      ['Tables of Silver, aggregates too', 'Tables Silver, agrégats compris'],
      paths.table('silver'),
    ],
    goldPath: [['Tables of Gold', 'Tables Gold'], paths.table('gold')],
    qualityPath: [
      [
        'Rejected records, duplicates and the journal of batches',
        'Rejets, doublons et journal des lots',
      ],
      paths.table('quality'),
    ],
    checkpointPath: [
      ['Checkpoints of the streaming queries', 'Checkpoints des requêtes de streaming'],
      paths.checkpoints,
    ],
    brokerPath: [['What the broker stores', 'Ce que stocke le broker'], paths.kafka],
  } as const;
  return [
    path('data.folder', ['Data folder', 'Dossier de données'], paths.dataFolder, '--data-folder'),
    ...Object.entries(places).map(([name, [titles, value]]) =>
      path(`data.${name}`, titles, value, 'data.folder'),
    ),
  ];
}
