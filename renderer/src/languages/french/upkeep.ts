import type { Catalog } from '../catalog';
import type { upkeep as english } from '../english/upkeep';

/** Texts of what looks after the files of a table, in French. */
export const upkeep: Catalog<typeof english> = {
  upkeep: {
    label: 'Entretien des fichiers',
    compact: 'Compacter',
    compacting: 'Réunion des petits fichiers…',
    compacted_one:
      '{{figure}} fichier en fait {{after}} ({{bytesBefore}} → {{bytesAfter}}), version {{version}}, en {{took}}. Aucun batch n’a attendu plus de {{wait}}.',
    compacted_other:
      '{{figure}} fichiers en font {{after}} ({{bytesBefore}} → {{bytesAfter}}), version {{version}}, en {{took}}. Aucun batch n’a attendu plus de {{wait}}.',
    nothingToCompact_one: 'Rien à réunir : {{figure}} fichier.',
    nothingToCompact_other: 'Rien à réunir : {{figure}} fichiers.',
    vacuum: 'Vacuum…',
    vacuumOf: 'Vacuum de {{table}}',
    warning:
      'Supprime les fichiers de données dont aucune version de la durée ci-dessous n’a besoin. Les versions plus anciennes ne pourront plus être lues, comparées ni retrouvées. C’est irréversible.',
    keep: 'Garder chaque version des dernières',
    hours_one: '{{figure}} heure',
    hours_other: '{{figure}} heures',
    hoursAndDays: '{{figure}} heures ({{days}} jours)',
    usual: '{{hours}}, réglage ou valeur usuelle',
    unsafe:
      'Sous 168 heures, un fichier peut disparaître alors qu’un lecteur ouvert en a besoin, comme une actualisation de Power BI.',
    type: 'Taper {{word}} pour confirmer',
    looking: 'Recherche des fichiers inutiles…',
    none: 'Aucun fichier à supprimer : les versions de cette durée ont besoin de tous.',
    found_one: '{{figure}} fichier, {{size}}, serait supprimé.',
    found_other: '{{figure}} fichiers, {{size}}, seraient supprimés.',
    keptFrom: 'La version {{version}} et les suivantes restent lisibles.',
    delete: 'Supprimer les fichiers',
    deleting: 'Suppression…',
    deleted_one: '{{figure}} fichier supprimé, {{size}}.',
    deleted_other: '{{figure}} fichiers supprimés, {{size}}.',
    needsJob: 'Compacter et Vacuum : seul le job de streaming écrit les tables, il doit tourner.',
    ofSample: 'Les données d’exemple sont en lecture seule.',
    inPalette: 'Compacter {{table}} ou vacuum',
  },
};
