import { defaultLimits, type AlertLimits } from '../contract/alert-limits';
import { defaultThresholds, qualityCheckName, thresholdSetting } from '../contract/quality';
import type { SettingDefinition, SettingKind } from '../contract/settings';
import { define, number, whole } from './define-setting';

const duration = whole(0, 86_400_000, 'ms');
const share = number(0, 1);
const windows = whole(2, 1_000);
const bytes = whole(0, 1e15, 'bytes');

/** Of every limit of an alert: its titles and what it may be (floor.md 7.5). */
const limits: Record<keyof AlertLimits, readonly [string, string, SettingKind]> = {
  lagRecords: [
    'Lag: alert above so many records',
    'Retard : alerte au-delà de tant d’enregistrements',
    whole(1, 1e12, 'records'),
  ],
  lagSeconds: [
    'Lag: alert above so many seconds',
    'Retard : alerte au-delà de tant de secondes',
    number(1, 86_400, 's'),
  ],
  lagHoldMs: [
    'Lag: how long it must last, also below half, to raise and to clear',
    'Retard : durée avant de lever, et sous la moitié avant d’effacer',
    duration,
  ],
  stalenessTriggers: [
    'Staleness: the newest Bronze row may be so many trigger intervals old',
    'Fraîcheur : âge permis de la dernière ligne Bronze, en intervalles de déclenchement',
    number(1, 10_000),
  ],
  stalenessGraceMs: [
    'Staleness: and so much more',
    'Fraîcheur : et tant de temps en plus',
    duration,
  ],
  latencyP95Ms: [
    'Latency: 95 % of records must be in the tables within',
    'Latence : 95 % des enregistrements doivent être dans les tables en',
    whole(1, 86_400_000, 'ms'),
  ],
  latencyHoldMs: [
    'Latency: how long it must last to raise and to clear',
    'Latence : durée avant de lever et d’effacer',
    duration,
  ],
  batchTimeMs: [
    'Batch time: a micro-batch must be added to the tables within',
    'Temps de lot : un micro-lot doit être ajouté aux tables en',
    whole(1, 86_400_000, 'ms'),
  ],
  batchTimeHoldMs: [
    'Batch time: how long it must last to raise and to clear',
    'Temps de lot : durée avant de lever et d’effacer',
    duration,
  ],
  latencyTriggerMs: [
    'Latency: watched for packs with a trigger no longer than',
    'Latence : surveillée pour les packs dont le déclencheur ne dépasse pas',
    duration,
  ],
  revenueDropShare: [
    'Revenue drop: alert below this share of the mean before',
    'Chute du revenu : alerte sous cette part de la moyenne précédente',
    share,
  ],
  revenueDropWindows: [
    'Revenue drop: windows in that mean',
    'Chute du revenu : fenêtres de cette moyenne',
    windows,
  ],
  revenueDeviations: [
    'Revenue anomaly: alert beyond so many standard deviations',
    'Revenu anormal : alerte au-delà de tant d’écarts types',
    number(0.5, 100),
  ],
  revenueAnomalyWindows: [
    'Revenue anomaly: windows compared with',
    'Revenu anormal : fenêtres de comparaison',
    windows,
  ],
  rejectedShare: [
    'Rejected: alert above this share of the last records',
    'Rejets : alerte au-delà de cette part des derniers enregistrements',
    share,
  ],
  rejectedRecords: [
    'Rejected: how many last records are looked at',
    'Rejets : nombre de derniers enregistrements regardés',
    whole(1, 1e9, 'records'),
  ],
  diskLowBytes: [
    'Disk: warn below so much free space',
    'Disque : avertir sous cet espace libre',
    bytes,
  ],
  diskFullBytes: [
    'Disk: stop the producer below so much free space',
    'Disque : arrêter le producteur sous cet espace libre',
    bytes,
  ],
};

const atOnce = { takesEffect: 'at once' } as const;

/** How often figures are written into the log. */
const summary = define(
  'monitoring.summaryIntervalMs',
  [
    'Write a line of figures into the log every so often; empty: never',
    'Écrire une ligne de chiffres dans le journal à cet intervalle ; vide : jamais',
  ],
  whole(1_000, 3_600_000, 'ms'),
  30_000,
  { ...atOnce, nullable: true },
);

/** `alerts.<limit>` and `quality.<check>`: what is watched, and from where on it is told. */
export const watchSettings: readonly SettingDefinition[] = [
  summary,
  ...(Object.keys(limits) as (keyof AlertLimits)[]).map((name) => {
    const [title, titleFr, kind] = limits[name];
    return define(`alerts.${name}`, [title, titleFr], kind, defaultLimits[name], atOnce);
  }),
  ...qualityCheckName.options.map((check) =>
    define(
      `quality.${thresholdSetting(check)}`,
      [`Least score of ${check}`, `Score minimal de ${check}`],
      share,
      defaultThresholds[check],
      atOnce,
    ),
  ),
];
