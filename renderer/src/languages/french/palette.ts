import type { Catalog } from '../catalog';
import type { palette as english } from '../english/palette';

/** Texts of the command palette, in French. */
export const palette: Catalog<typeof english> = {
  palette: {
    label: 'Palette de commandes',
    search: 'Lieu, table, topic, réglage ou action',
    none: 'Rien ne porte ce nom.',
    startStop: {
      stopped: 'Démarrer le pipeline',
      checking: 'Annuler le démarrage',
      starting: 'Annuler le démarrage',
      running: 'Arrêter le pipeline',
      degraded: 'Arrêter le pipeline',
      failed: 'Réessayer de démarrer le pipeline',
    },
    sql: 'SQL sur toutes les tables',
    tour: 'Visite de la fenêtre',
    bundle: 'Archive de diagnostic',
    quit: 'Quitter Deltadesk',
    groups: {
      recent: 'Récents',
      actions: 'Actions',
      places: 'Lieux',
      tables: 'Tables',
      topics: 'Topics',
      queries: 'Requêtes enregistrées',
      exports: 'Exports',
      settings: 'Réglages',
      appearance: 'Apparence',
    },
  },
};
