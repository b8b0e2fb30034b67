import type { SettingDefinition } from '../contract/settings';
import { define, whole } from './define-setting';

/** How long a started broker may take to answer, its own start and recovery included. */
export const usualAnswerMs = 60_000;

/** The topics of the local broker and what is shown of them (floor.md 3 and 8.4). */
export const kafkaSettings: readonly SettingDefinition[] = [
  define(
    'kafka.port',
    [
      'Port of the broker; its controller listens on the next one. A port that is set is taken, or the start fails. Empty: 9092, or 9192, 9292 … where it is busy',
      'Port du broker ; le suivant est celui de son contrôleur. Un port réglé est pris, ou le démarrage échoue. Vide : 9092, ou 9192, 9292 … s’il est occupé',
    ],
    whole(1_024, 65_534),
    null,
  ),
  define(
    'kafka.connectionTimeoutMs',
    [
      'How long a start waits for the broker to answer, before it fails',
      'Attente d’une réponse du broker au démarrage, avant l’échec',
    ],
    whole(1_000, 600_000, 'ms'),
    usualAnswerMs,
  ),
  define(
    'kafka.retentionHours',
    [
      'Hours that the topics keep a record, those that exist too; empty: what each pack says. What is no longer kept cannot be replayed',
      'Heures pendant lesquelles les topics gardent un enregistrement, aussi ceux qui existent ; vide : selon le pack. Ce qui n’est plus gardé ne peut être rejoué',
    ],
    whole(1, 365 * 24, 'h'),
    null,
  ),
  define(
    'kafka.partitions',
    [
      'Partitions of topics that are made from now on; a topic that exists keeps its own. Empty: what each pack says',
      'Partitions des topics créés désormais ; un topic qui existe garde les siennes. Vide : selon le pack',
    ],
    whole(1, 20),
    null,
  ),
  define(
    'kafka.mirrorGroup',
    [
      'Consumer group that shows the read offsets to other tools; empty: none',
      'Groupe qui montre les offsets lus à d’autres outils ; vide : aucun',
    ],
    { type: 'text', pattern: '[A-Za-z0-9._-]{1,200}' },
    null,
  ),
  define(
    'kafka.tailRecords',
    [
      'Records that a live tail keeps; beyond them the oldest are dropped and counted',
      'Enregistrements gardés par un suivi en direct ; au-delà, les plus anciens sont retirés et comptés',
    ],
    whole(100, 50_000, 'records'),
    5_000,
    { takesEffect: 'at once' },
  ),
];
