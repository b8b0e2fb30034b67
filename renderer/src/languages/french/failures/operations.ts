import type { operationsFailureTexts as english } from '../../../../../main/contract/failure-texts-operations';
import type { Catalog } from '../../catalog';

/** Texts of failures of starts, restarts, resets and moves, in French. */
export const operationsFailures: Catalog<typeof english> = {
  PIPELINE_BUSY: {
    title: 'Le pipeline est occupé',
    message: 'En cours : {{operation}}.',
    fix: 'Attendre la fin, ou choisir Arrêter ; puis réessayer.',
  },
  PIPELINE_RUNNING: {
    title: 'Il faut d’abord arrêter le pipeline',
    message: '{{operation}} : des fichiers du broker et du job de streaming seraient modifiés.',
    fix: 'Choisir Arrêter, lancer « deltadesk stop », ou ajouter --stop.',
  },
  DISK_TOO_FULL: {
    title: 'Le disque est trop plein pour démarrer',
    message: '{{folder}} a {{freeMb}} Mo libres ; il en faut {{neededMb}} Mo.',
    fix: 'Libérer de l’espace disque, ou déplacer le dossier de données par « deltadesk move --to DOSSIER ».',
  },
  SAMPLE_MISSING: {
    title: 'Les données d’exemple ne sont pas en place',
    message: 'Aucun lakehouse d’exemple dans {{folder}}.',
    fix: 'Lancer « npm run setup », ou démarrer le pipeline pour voir ses propres données.',
  },
  SAMPLE_NOT_WHILE_RUNNING: {
    title: 'Le pipeline travaille sur les données réelles',
    message: 'Les données d’exemple s’affichent à la place des tables du dossier de données.',
    fix: 'Choisir Arrêter ; puis ouvrir les données d’exemple.',
  },
  SAMPLE_READ_ONLY: {
    title: 'Les données d’exemple sont en lecture seule',
    message: '{{operation}} : des fichiers de l’exemple seraient modifiés.',
    fix: 'Quitter les données d’exemple ; puis réessayer.',
  },
  UPKEEP_JOB_NOT_RUNNING: {
    title: 'Le job de streaming doit être en marche',
    message:
      '{{operation}} de {{table}} : seul le job de streaming le fait, il est le seul à écrire les tables.',
    fix: 'Choisir Démarrer, ou lancer « deltadesk start » ; puis réessayer.',
  },
  UPKEEP_FAILED: {
    title: 'Non effectué : {{operation}} de {{table}}',
    message: '{{reason}}',
    fix: 'Aucune ligne n’a changé. Réessayer ; le journal du job de streaming en dit plus.',
  },
  VACUUM_NOT_CONFIRMED: {
    title: 'Rien n’a été supprimé',
    message:
      'Le vacuum de {{table}} avec une rétention de {{hours}} heures n’a pas été confirmé ; sous 168, une version ouverte peut disparaître.',
    fix: 'Taper le mot vacuum, ou ajouter --yes là où personne ne peut taper.',
  },
  RESET_NOT_CONFIRMED: {
    title: 'Rien n’a été supprimé',
    message: '« {{level}} » supprime des données et n’a pas été confirmé.',
    fix: 'Taper le mot {{level}}, ou ajouter --yes là où personne ne peut taper.',
  },
  FOLDER_NOT_REMOVED: {
    title: 'Un dossier n’a pas pu être supprimé',
    message: '{{folder}} : {{reason}}',
    fix: 'Fermer les programmes qui en tiennent des fichiers ouverts et vérifier ses droits ; un nouvel essai suit au prochain démarrage.',
  },
  MOVE_TARGET_UNFIT: {
    title: 'Le dossier de données ne peut pas aller là',
    message: '{{folder}} : {{reason}}',
    fix: 'Nommer un dossier nouveau ou vide, hors du dossier de données.',
  },
  MOVE_NO_SPACE: {
    title: 'Il n’y a pas assez de place pour le dossier de données',
    message: '{{folder}} a {{freeMb}} Mo libres ; il en faut {{neededMb}} Mo.',
    fix: 'Libérer de l’espace disque ou nommer un dossier sur un autre disque.',
  },
  MOVE_NOT_VERIFIED: {
    title: 'La copie ne correspond pas au dossier de données',
    message: '{{reason}} Le dossier de données est inchangé.',
    fix: 'Supprimer la copie, vérifier le disque, puis déplacer de nouveau.',
  },
  MOVE_SOURCE_CHANGED: {
    title: 'L’ancien dossier de données a servi après le déplacement',
    message: '{{folder}} n’est plus ce qui a été copié dans {{copy}} : il n’a pas été supprimé.',
    fix: 'Décider lequel des deux garder, et supprimer l’autre soi-même.',
  },
  REPLAY_FILE_UNREADABLE: {
    title: 'Le fichier ne peut pas être rejoué',
    message: '{{file}} : {{reason}}',
    fix: 'Nommer un fichier CSV ou JSON-lines (.csv, .jsonl, .ndjson ou .json, aussi avec .gz).',
  },
  REPLAY_COLUMNS_MISSING: {
    title: 'Des colonnes requises manquent, rien n’a été envoyé',
    message: '{{file}} n’a pas de colonne {{columns}}.',
    fix: 'Nommer les colonnes de la première ligne comme les champs du pack.',
  },
  REPLAY_WINDOWS_CLOSED: {
    title: 'Les fenêtres de ces événements sont déjà closes, rien n’a été envoyé',
    message:
      '{{events}} événements sont plus anciens que le watermark : ils seraient stockés, mais pas comptés dans les fenêtres.',
    fix: 'Rejouer dans un dossier de données à part (--data-folder DOSSIER), ou ajouter --yes pour les envoyer quand même.',
  },
};
