import { logLevel } from '../contract/log-level';
import type { SettingDefinition } from '../contract/settings';
import type { StreamPack } from '../contract/stream-pack';
import { usualJob } from './chosen-job';
import { startingOffsets } from './chosen-streaming';
import { topicSettings } from './chosen-topic';
import { define, number, whole } from './define-setting';
import { desktopSettings } from './desktop-settings';
import { kafkaSettings } from './kafka-settings';
import { packSetting } from './pack-setting';
import { producerSettings } from './producer-settings';
import { watchSettings } from './watch-settings';

/** The settings of every installation (floor.md 8.4), in the order in which they are shown. */
const common: readonly SettingDefinition[] = [
  ...producerSettings,
  ...kafkaSettings,
  define(
    'streaming.triggerIntervalMs',
    [
      'Milliseconds from the start of one micro-batch to the next, of every pack; empty: what each pack says',
      'Millisecondes du début d’un micro-lot au suivant, pour tous les packs ; vide : selon le pack',
    ],
    whole(0, 600_000, 'ms'),
    null,
  ),
  define(
    'streaming.maxOffsetsPerTrigger',
    [
      'Most records of one micro-batch, of every pack; empty: what each pack says',
      'Enregistrements d’un micro-lot au plus, pour tous les packs ; vide : selon le pack',
    ],
    whole(1, 10_000_000, 'records'),
    null,
  ),
  define(
    'streaming.startingOffsets',
    [
      'Where a query begins that has no checkpoint and no rows yet: Earliest at the first record that the topic keeps, Latest at what comes after the start; empty: what each pack says',
      'Où commence une requête sans checkpoint ni lignes : Premier au premier enregistrement gardé par le topic, Dernier à ce qui arrive après le démarrage ; vide : selon le pack',
    ],
    { type: 'choice', options: startingOffsets.options },
    null,
  ),
  define(
    'streaming.watermarkDelayMs',
    [
      'How late an event may come, behind the newest one, and still be counted in its window, of every pack; empty: what each pack says',
      'Retard permis d’un événement sur le plus récent pour compter encore dans sa fenêtre, pour tous les packs ; vide : selon le pack',
    ],
    whole(0, 604_800_000, 'ms'),
    null,
  ),
  define(
    'streaming.memoryMb',
    [
      'Heap of the streaming job; more for records of hundreds of kilobytes',
      'Tas du job de streaming ; davantage pour des enregistrements de centaines de kilo-octets',
    ],
    whole(512, 65_536, 'MB'),
    usualJob.memoryMb,
  ),
  define(
    'tables.vacuumRetentionHours',
    [
      'Delete replaced files after so many hours; empty: keep all. Below 168, versions that a reader has open can vanish',
      'Supprimer les fichiers remplacés après tant d’heures ; vide : tout garder. Sous 168, une version ouverte peut disparaître',
    ],
    whole(1, 24 * 365 * 10, 'h'),
    null,
  ),
  define(
    'httpApi.enabled',
    [
      'Read-only HTTP API and Prometheus metrics',
      'API HTTP en lecture seule et métriques Prometheus',
    ],
    { type: 'flag' },
    false,
  ),
  define(
    'httpApi.port',
    ['Port of the loopback server; 0: a free one', 'Port du serveur local ; 0 : un port libre'],
    whole(0, 65_535),
    0,
  ),
  define(
    'logs.level',
    [
      'How much the streaming job writes into its log; Info and Debug fill it quickly',
      'Ce que le job de streaming écrit dans son journal ; Information et Débogage le remplissent vite',
    ],
    { type: 'choice', options: logLevel.options },
    usualJob.logLevel,
  ),
  define(
    'logs.verbose',
    [
      'A line in the app’s log for every micro-batch with rows',
      'Une ligne dans le journal de l’application pour chaque micro-lot avec des lignes',
    ],
    { type: 'flag' },
    false,
    { takesEffect: 'at once' },
  ),
  define(
    'advanced.sparkUi',
    [
      'Spark serves its own pages on this machine, without a password; the bottom bar links to them',
      'Spark sert ses propres pages sur cette machine, sans mot de passe ; la barre du bas y mène',
    ],
    { type: 'flag' },
    false,
  ),
];

/** `analytics.<parameter>` for every number that one of the packs lets a person set. */
function parametersOf(packs: readonly StreamPack[]): SettingDefinition[] {
  const found = new Map<string, SettingDefinition>();
  for (const [name, parameter] of packs.flatMap((pack) => Object.entries(pack.parameters))) {
    const { min, max, value, title, titleFr } = parameter;
    const kind = parameter.integer ? whole(min, max) : number(min, max);
    found.set(name, define(`analytics.${name}`, [title, titleFr], kind, value));
  }
  return [...found.values()];
}

/** All settings; `packs` are those with their own numbers. */
export function settingDefinitions(packs: readonly StreamPack[]): SettingDefinition[] {
  const own = [packSetting(packs), ...topicSettings(packs), ...common, ...watchSettings];
  return [...desktopSettings, ...own, ...parametersOf(packs)];
}
