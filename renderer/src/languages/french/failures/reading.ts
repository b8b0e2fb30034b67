import type { readingFailureTexts as english } from '../../../../../main/contract/failure-texts-reading';
import type { Catalog } from '../../catalog';

/** Texts of failures of packs, tables, queries, requests and settings, in French. */
export const readingFailures: Catalog<typeof english> = {
  PACK_INVALID: {
    title: 'Le pack contient une erreur',
    message: '{{file}} : {{reason}}',
    fix: 'Corriger le pack et redémarrer.',
  },
  PACK_INVALID_TOLD: {
    title: 'Le pack contient une erreur',
    message: '{{message}}',
    fix: 'Corriger le pack et redémarrer.',
  },
  PACK_UNKNOWN: {
    title: 'Il n’y a pas de pack « {{pack}} »',
    message: 'Packs connus : {{known}}.',
    fix: 'En choisir un.',
  },
  EVENT_UNKNOWN: {
    title: 'Il n’y a pas d’événement « {{event}} »',
    message: 'Ni les tables ni le registre du producteur ne contiennent cet identifiant.',
    fix: 'Copier l’event_id d’une ligne ; un envoi tout récent peut demander une seconde.',
  },
  TABLE_UNKNOWN: {
    title: 'Il n’y a pas de table « {{table}} »',
    message: 'Tables connues : {{known}}.',
    fix: 'En choisir une ; les tables apparaissent avec le premier micro-batch.',
  },
  TABLE_VERSION_UNKNOWN: {
    title: 'La table {{table}} n’a pas de version {{version}}',
    message: 'Ses versions vont de {{earliest}} à {{latest}}.',
    fix: 'En choisir une ; « deltadesk history » les énumère.',
  },
  TABLE_TIME_UNKNOWN: {
    title: 'La table {{table}} n’a pas de version du {{at}}',
    message: 'Ses versions vont de {{earliest}} ({{earliestAt}}) à {{latest}} ({{latestAt}}).',
    fix: 'Choisir un moment entre les deux ; « deltadesk history » les énumère.',
  },
  TABLE_UNREADABLE: {
    title: 'La table {{table}} est illisible',
    message: '{{reason}}',
    fix: 'Restaurer le fichier que nomme le message, ou lire une version antérieure.',
  },
  TABLE_FEATURE_UNSUPPORTED: {
    title: 'La table {{table}} utilise une fonction qui n’est pas lue ici',
    message: 'Fonction : {{feature}}.',
    fix: 'L’ouvrir avec un outil qui connaît cette fonction, ou la réécrire sans elle.',
  },
  HISTORY_UNREADABLE: {
    title: 'L’historique de l’application est illisible',
    message: '{{file}} : {{reason}}',
    fix: 'Fermer les autres programmes qui tiennent ce fichier ouvert, ou relancer l’application : elle met de côté un fichier abîmé.',
  },
  COLUMN_UNKNOWN: {
    title: 'La table {{table}} n’a pas de colonne « {{column}} »',
    message: 'Colonnes les plus proches : {{known}}.',
    fix: 'Choisir une de ses colonnes.',
  },
  FILTER_INVALID: {
    title: 'Le filtre sur {{column}} est inutilisable',
    message: '{{reason}}',
    fix: 'Changer l’opérateur ou la valeur.',
  },
  SAVED_QUERY_UNKNOWN: {
    title: 'Il n’y a pas de requête enregistrée « {{query}} »',
    message: 'Requêtes enregistrées : {{known}}.',
    fix: 'En choisir une.',
  },
  SAVED_QUERY_EXISTS: {
    title: 'Une requête enregistrée « {{query}} » existe déjà',
    message: 'Les majuscules ne distinguent pas deux noms.',
    fix: 'Choisir un autre nom, ou la remplacer.',
  },
  QUERY_UNKNOWN: {
    title: 'Il n’y a pas de requête « {{query}} »',
    message: 'Requêtes connues : {{known}}.',
    fix: 'En choisir une.',
  },
  SQL_INVALID: {
    title: 'Ce SQL ne peut pas être exécuté',
    message: '{{reason}}',
    fix: 'Corriger l’instruction ; les tables se nomment <couche>.<table>.',
  },
  SQL_NOT_READ_ONLY: {
    title: 'Seule la lecture est permise',
    message: '{{reason}}',
    fix: 'Écrire une seule instruction SELECT ou EXPLAIN sur les tables.',
  },
  SQL_TIMEOUT: {
    title: 'La requête a duré trop longtemps',
    message: 'Elle a été interrompue après {{timeoutMs}} ms.',
    fix: 'Lire moins de lignes, ou agréger d’abord.',
  },
  LEDGER_BROKEN: {
    title: 'Le registre ne tombe pas juste',
    message: '{{finding}}',
    fix: 'Garder le dossier de données tel quel et comparer les offsets que nomme le message.',
  },
  REQUEST_UNKNOWN: {
    title: 'Demande inconnue « {{name}} »',
    message: 'La fenêtre et le centre de contrôle sont de versions différentes.',
    fix: 'Fermer la fenêtre et relancer Deltadesk.',
  },
  REQUEST_INVALID: {
    title: 'La demande n’est pas valide',
    message: '{{name}} : {{reason}}',
    fix: 'Corriger la valeur que nomme le message.',
  },
  REQUEST_CANCELLED: {
    title: 'Annulé',
    message: 'Annulation : {{request}}.',
    fix: 'Recommencer à tout moment.',
  },
  PIPELINE_NOT_RUNNING: {
    title: 'Le pipeline n’est pas en marche',
    message: 'Le broker Kafka est nécessaire.',
    fix: 'Choisir Démarrer, ou lancer « deltadesk start ».',
  },
  CONTROL_NOT_RUNNING: {
    title: 'Deltadesk n’est pas en marche',
    message: 'Aucune instance n’utilise {{folder}}.',
    fix: 'Lancer d’abord « deltadesk start ».',
  },
  CONTROL_UNREACHABLE: {
    title: 'Deltadesk ne répond pas',
    message: '{{address}} : {{reason}}',
    fix: 'Réessayer ; si cela persiste, mettre fin à son processus et le relancer.',
  },
  SETTING_UNKNOWN: {
    title: 'Il n’y a pas de réglage {{setting}}',
    message: 'Les plus proches : {{known}}.',
    fix: 'En prendre un ; « deltadesk settings » les énumère tous.',
  },
  SETTINGS_FILE_INVALID: {
    title: 'Le fichier de réglages est illisible',
    message: '{{file}} : {{reason}}',
    fix: 'Corriger le fichier, ou le déplacer pour repartir des valeurs par défaut. Il n’a pas été modifié.',
  },
  SETTING_INVALID: {
    title: 'Le réglage {{setting}} n’est pas valide',
    message: '{{reason}}',
    fix: 'Corriger la valeur ; « deltadesk --help » dit ce qui est permis.',
  },
  BENCH_FOLDER_NOT_EMPTY: {
    title: 'Le dossier de mesure n’est pas vide',
    message:
      '{{folder}} contient des fichiers ; une mesure prend un nouveau dossier et le supprime ensuite.',
    fix: 'En nommer un autre par --folder, ou supprimer celui-ci.',
  },
  INTERNAL: {
    title: 'Une erreur inattendue s’est produite',
    message: '{{reason}}',
    fix: 'Réessayer ; le journal de l’application donne les détails.',
  },
};
