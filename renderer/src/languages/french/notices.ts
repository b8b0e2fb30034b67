import type { Catalog } from '../catalog';
import type { notices as english } from '../english/notices';

/** Avis de la page, et ce qu’elle dit quand Deltadesk a pris fin, en français. */
export const notices: Catalog<typeof english> = {
  notices: {
    label: 'Avis',
    open: 'Ouvrir',
    dismissOne: 'Fermer : {{title}}',
    more_one: '{{count}} autre',
    more_other: '{{count}} autres',
    notify: 'Me prévenir aussi dans le navigateur',
    raised: 'Alerte : {{name}}',
    cleared: 'Terminée : {{name}}',
    failed: {
      title: 'Le pipeline a échoué',
      body: 'La page Pipeline dit ce qui s’est passé et que faire.',
    },
    recovered: { title: 'Le pipeline fonctionne de nouveau', body: 'Chaque partie répond.' },
    tabHint: {
      title: 'Fermer cet onglet n’arrête pas le pipeline',
      body: 'Arrêter met fin au pipeline ; Quitter dans les réglages, ou Ctrl+C dans le terminal, met fin à tout.',
    },
    settings: {
      title_one: 'Un réglage a été changé ailleurs',
      title_other: '{{count}} réglages ont été changés ailleurs',
      body: '{{names}}. Le dernier changement vaut, ici aussi.',
    },
  },
  stopped: {
    title: 'Deltadesk est arrêté',
    body: 'Le pipeline est terminé et rien ne tourne plus.',
    bodyAt: 'Le pipeline est terminé et rien ne tourne plus. Dernières données {{time}}.',
    again: 'Pour continuer, relancez-le dans le terminal et ouvrez l’adresse qu’il affiche.',
    look: 'Voir les derniers chiffres',
  },
  tab: { lost: 'Connexion perdue' },
};
