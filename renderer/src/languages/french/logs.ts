import type { Catalog } from '../catalog';
import type { logs as english } from '../english/logs';

/** Texts of the place Logs, in French. */
export const logs: Catalog<typeof english> = {
  logs: {
    title: 'Journaux',
    unit: 'les {{most}} dernières lignes de toutes les sources, par heure',
    sources: 'Sources',
    source: {
      app: 'Application',
      producer: 'Producteur',
      query: 'Requête',
      broker: 'Broker',
      streamingJob: 'Job de streaming',
      window: 'Fenêtre',
    },
    leastLevel: 'Niveau',
    level: { debug: 'Détail', info: 'Info', warning: 'Alerte', error: 'Erreur' },
    atLeast: {
      debug: 'Tous les niveaux',
      info: 'Info et plus grave',
      warning: 'Alertes et erreurs',
      error: 'Erreurs',
    },
    range: 'Période',
    ranges: {
      all: 'Toute période',
      '5min': '5 dernières min',
      '1h': 'Dernière heure',
      '24h': 'Dernières 24 h',
    },
    between: '{{from}} – {{until}}',
    search: 'Recherche',
    searchText: 'Rechercher dans le texte',
    pattern: 'Motif',
    patternHelp: '* remplace tout texte, ? un caractère',
    matches_one: '1 ligne',
    matches_other: '{{figure}} lignes',
    matchesOf: '{{matches}} sur {{total}}',
    took: 'trouvé en {{duration}}',
    list: 'Lignes du journal, la plus ancienne d’abord',
    follow: 'Suivre',
    paused: 'En pause',
    newer_one: '1 nouvelle ligne',
    newer_other: '{{figure}} nouvelles lignes',
    wrap: 'Retour à la ligne',
    copy: 'Copier les lignes',
    copyHelp: 'Copie au plus les {{most}} dernières lignes trouvées',
    utc: '{{time}} UTC',
    loading: 'Lecture des journaux',
    none: 'Aucune ligne pour l’instant',
    noneDetail: 'Ce qu’écrivent l’application, le broker et le job de streaming apparaît ici.',
    noMatch: 'Aucune ligne ne correspond',
    noMatchDetail:
      'Aucune des {{total}} lignes n’a ces sources, ce niveau, cette période et ce texte.',
    failed: 'Les journaux n’ont pas pu être lus',
  },
};
