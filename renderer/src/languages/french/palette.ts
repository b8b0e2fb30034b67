import type { Catalog } from '../catalog';
import type { palette as english } from '../english/palette';

/** Texts of the command palette, in French. */
export const palette: Catalog<typeof english> = {
  palette: {
    label: 'Palette de commandes',
    search: 'Lieu, table ou action',
    none: 'Rien ne porte ce nom.',
    actions: 'Actions',
    start: 'Démarrer le pipeline',
    sql: 'SQL sur toutes les tables',
    appearance: 'Apparence',
  },
};
