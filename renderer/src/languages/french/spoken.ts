import type { Catalog } from '../catalog';
import type { spoken as english } from '../english/spoken';

/** Sentences about what the control center found, in French. */
export const spoken: Catalog<typeof english> = {
  spoken: {
    alerts: {
      lag: '{{value}} enregistrements ne sont pas encore traités ; la limite est de {{limit}}.',
      staleness:
        'Aucune ligne n’est arrivée en Bronze depuis {{value}} alors que le producteur envoie ; la limite est de {{limit}}.',
      batchTime: 'Les micro-batches prennent {{value}} ; {{limit}} sont promis.',
      latency:
        '95 % des enregistrements sont dans les tables en {{value}} ; {{limit}} sont promis.',
      revenueDrop:
        'La dernière fenêtre close a un chiffre d’affaires de {{value}} ; d’ordinaire au moins {{limit}}.',
      revenueAnomaly:
        'Le chiffre d’affaires de la dernière fenêtre close est à {{value}} de la moyenne ; la limite est de {{limit}}.',
      quality: 'Le score est de {{value}} ; il doit être d’au moins {{limit}}.',
      rejected:
        '{{value}} des derniers enregistrements ont été rejetés ; la limite est de {{limit}}.',
      diskLow:
        '{{value}} sont libres sur le disque du dossier de données ; la limite est de {{limit}}.',
      diskFull:
        '{{value}} sont libres sur le disque du dossier de données ; sous {{limit}}, le producteur est arrêté.',
    },
    scores: {
      nothing: 'Aucune ligne à examiner.',
      bronze_schema_validation: '{{good}} lignes sur {{total}} ont tous les champs requis.',
      bronze_null_check: '{{good}} valeurs critiques sur {{total}} sont présentes.',
      silver_dedup_check: '{{good}} lignes sur {{total}} ont un identifiant à elles.',
      silver_timestamp_validity:
        '{{good}} dates d’événement sur {{total}} sont présentes et pas dans le futur.',
      gold_aggregation_completeness:
        '{{good}} lignes d’agrégats sur {{total}} ont toutes leurs mesures.',
    },
  },
};
