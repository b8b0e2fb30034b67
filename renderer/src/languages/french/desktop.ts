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
      use: 'Les tables prennent {{size}}',
      move: 'Pour l’emporter ailleurs tel quel, quitter Deltadesk, puis dans un terminal :',
    },
    secrets: {
      title: 'Mots de passe et clés',
      none: 'Aucun n’est conservé : rien ici n’en demande encore',
      count_one: '{{count}} est conservé',
      count_other: '{{count}} sont conservés',
      system: 'Un secret est conservé, chiffré par le coffre du système.',
      noStore:
        'Ce système n’a pas de coffre : un secret est conservé en mémoire pour cette exécution seulement, à saisir de nouveau au prochain démarrage.',
      openStore:
        'Rien ne prouve que le coffre de ce système cache quoi que ce soit (pas de trousseau) : un secret est conservé en mémoire pour cette exécution seulement, à saisir de nouveau au prochain démarrage.',
      browser:
        'La page du navigateur n’atteint pas le coffre du système : la fenêtre de bureau l’atteint.',
    },
  },
};
