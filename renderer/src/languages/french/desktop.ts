import type { Catalog } from '../catalog';
import type { desktop as english } from '../english/desktop';

/** Texts of what the desktop adds to the window, in French. */
export const desktop: Catalog<typeof english> = {
  desktop: {
    quitting: 'Arrêt en cours',
    quittingStep: 'Arrêt : {{step}}…',
    quittingAll: 'Tout s’arrête dans l’ordre',
    quittingBody: 'La fenêtre se ferme d’elle-même, au plus tard après 15 s.',
    quittingElapsed: '{{seconds}} s',
    folder: {
      title: 'Dossier de données',
      body: 'Tables, journaux et réglages de cette exécution',
      change: 'Changer…',
      show: 'Afficher dans le dossier',
    },
  },
};
