import type { Catalog } from '../catalog';
import type { diagnostics as english } from '../english/diagnostics';

/** Texts of the place Diagnostics, in French. */
export const diagnostics: Catalog<typeof english> = {
  diagnostics: {
    title: 'Contrôles',
    railLabel_one: 'Diagnostic 1 contrôle en échec',
    railLabel_other: 'Diagnostic {{count}} contrôles en échec',
    results: {
      failed: 'Échec',
      warning: 'Attention',
      passed: 'Réussi',
      notRun: 'Non posé',
    },
    sections: {
      attention: 'À faire',
      passed: 'Réussis',
      notRun: 'Non posés pour l’instant',
    },
    summary: {
      failed_one: '1 échec',
      failed_other: '{{count}} échecs',
      warning_one: '1 avertissement',
      warning_other: '{{count}} avertissements',
      passed_one: '1 réussi',
      passed_other: '{{count}} réussis',
      notRun_one: '1 non posé',
      notRun_other: '{{count}} non posés',
    },
    remedy: 'Remède',
    rerun: 'Tout relancer',
    running: 'Contrôle…',
    firstRun: 'Premier passage des contrôles',
    firstRunDetail:
      'Ils interrogent Java, les fichiers, les ports, le disque et les tables. Rien n’est envoyé au dehors.',
    copyReport: 'Copier le rapport',
    questions: {
      java: 'Y a-t-il un Java d’une version qui convient ?',
      sparkFiles: 'Les fichiers de Spark et du job sont-ils entiers ?',
      brokerFiles: 'Les fichiers du broker sont-ils entiers ?',
      deltaFiles: 'Les fichiers de Delta sont-ils entiers ?',
      brokerAnswers: 'Le broker répond-il à un client Kafka ?',
      folders: 'Peut-on écrire dans le dossier de données ?',
      ports: 'Les ports du broker sont-ils libres ou les nôtres ?',
      disk: 'Y a-t-il de la place sur le disque ?',
      memory: 'Y a-t-il assez de mémoire ?',
      dataFolder: 'Le dossier de données est-il le nôtre, durable et sur cette machine ?',
      leftovers: 'Ne reste-t-il rien d’une exécution précédente ?',
      topics: 'Les topics ont-ils les partitions attendues ?',
      tables: 'Les tables sont-elles entières à leur dernière version ?',
      checkpoints: 'Le checkpoint va-t-il avec ses tables ?',
      duckDb: 'DuckDB se charge-t-il et répond-il ?',
      clock: 'L’horloge est-elle juste ?',
    },
  },
};
