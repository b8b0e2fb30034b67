import type { servicesFailureTexts as english } from '../../../../../main/contract/failure-texts-services';
import type { Catalog } from '../../catalog';

/** Texts of failures of the machine, the broker, the producer and the services, in French. */
export const servicesFailures: Catalog<typeof english> = {
  JAVA_NOT_FOUND: {
    title: 'Java est introuvable',
    message: 'Deltadesk a besoin de Java 17 (17.0.11 ou plus récent) ou de Java 21.',
    fix: 'Installer un JDK 17 ou 21, ou indiquer son dossier dans JAVA_HOME.',
  },
  JAVA_VERSION_UNFIT: {
    title: 'La version de Java ne convient pas',
    message: '{{path}} est en version {{found}} ; il faut 17.0.11 ou plus récent, ou 21.',
    fix: 'Installer un JDK 17 ou 21, ou indiquer son dossier dans JAVA_HOME.',
  },
  JARS_MISSING: {
    title: 'Kafka et Spark ne sont pas en place',
    message: 'Aucun jar dans {{folder}}.',
    fix: 'Lancer « npm run setup », puis réessayer.',
  },
  DATA_FOLDER_NOT_A_FOLDER: {
    title: 'Le dossier de données n’est pas un dossier',
    message: '{{folder}} est un fichier, ou se trouve dans un fichier.',
    fix: 'Choisir un autre dossier par --data-folder DOSSIER.',
  },
  DATA_FOLDER_DENIED: {
    title: 'Impossible d’écrire dans le dossier de données',
    message: '{{folder}} : {{reason}}.',
    fix: 'S’y donner le droit d’écriture, ou choisir un autre dossier par --data-folder DOSSIER.',
  },
  DATA_FOLDER_LOCKED: {
    title: 'Deltadesk utilise déjà ce dossier de données',
    message: 'Le processus {{pid}} occupe {{folder}}.',
    fix: 'Utiliser cette fenêtre-là, y mettre fin par « deltadesk stop », ou choisir un autre --data-folder.',
  },
  PORT_BUSY: {
    title: 'Le port {{port}} est occupé',
    message: '{{program}} (pid {{pid}}) écoute sur 127.0.0.1:{{port}}.',
    fix: 'Arrêter ce programme ; ou choisir un autre port : pour le broker, un arrêt et un démarrage le font.',
  },
  KAFKA_NOT_READY: {
    title: 'Le broker Kafka ne répond pas',
    message: 'Aucune réponse de {{bootstrapServers}}.',
    fix: 'Démarrer le pipeline ; s’il est en marche, consulter le journal du broker.',
  },
  KAFKA_CLUSTER_FOREIGN: {
    title: 'Un autre cluster Kafka répond sur ce port',
    message: '{{bootstrapServers}} est le cluster {{found}}, et non {{expected}}.',
    fix: 'Arrêter ce broker, ou arrêter et démarrer : un démarrage prend d’autres ports. Aucun broker étranger n’est jamais utilisé.',
  },
  KAFKA_STORAGE_UNREADABLE: {
    title: 'Le stockage du broker est inutilisable',
    message: '{{file}} : {{reason}}',
    fix: 'Libérer de l’espace disque ou restaurer le dossier ; un dossier kafka vide commence un nouveau topic.',
  },
  TOPIC_UNKNOWN: {
    title: 'Il n’y a pas de topic {{topic}}',
    message: 'Le broker ne connaît aucun topic de ce nom.',
    fix: 'En choisir un autre ; ceux d’un pack sont créés au démarrage du pipeline.',
  },
  PRODUCER_SEND_FAILED: {
    title: 'Un enregistrement est trop grand pour son topic',
    message: 'Le topic {{topic}} ne prend pas l’événement {{eventId}} : il a {{bytes}} octets.',
    fix: 'Omettre cet enregistrement ou augmenter max.message.bytes du topic, puis redémarrer le producteur.',
  },
  PRODUCER_RECORD_UNREADABLE: {
    title: 'Le registre du producteur est inutilisable',
    message: '{{folder}} : {{reason}}',
    fix: 'Libérer de l’espace disque et vérifier les droits de ce dossier.',
  },
  SERVICE_COMMAND_FAILED: {
    title: 'Le service « {{service}} » n’a pas pu être lancé',
    message: '{{command}} : {{reason}}',
    fix: 'Vérifier que Java est installé et peut être exécuté.',
  },
  SERVICE_NOT_READY: {
    title: 'Le service « {{service}} » n’est pas devenu prêt',
    message: 'Aucune preuve de disponibilité en {{deadlineMs}} ms : {{reason}}',
    fix: 'Lire les lignes du journal ci-dessous, puis réessayer.',
  },
  SERVICE_EXITED: {
    title: 'Le service « {{service}} » s’est terminé de lui-même',
    message: 'Code de sortie {{exitCode}}, signal {{signal}}.',
    fix: 'Il est relancé ; s’il se termine encore, lire les lignes du journal ci-dessous.',
  },
  SERVICE_KEEPS_FAILING: {
    title: 'Le service « {{service}} » se termine sans cesse',
    message: 'Il s’est terminé {{attempts}} fois en deux minutes.',
    fix: 'Lire les lignes du journal ci-dessous, corriger la cause, puis choisir Réessayer.',
  },
  STREAMING_QUERY_FAILED: {
    title: 'La requête de streaming a échoué',
    message: '{{message}}',
    fix: 'Corriger ce que nomme le message, puis choisir Réessayer ; rien de validé n’est perdu.',
  },
  STREAMING_OFFSETS_LOST: {
    title: 'Des enregistrements non lus ont disparu du topic',
    message: '{{message}}',
    fix: 'Rien n’a été sauté. Garder les tables et démarrer dans un nouveau dossier de données.',
  },
  STREAMING_OUT_OF_MEMORY: {
    title: 'Le job de streaming a manqué de mémoire',
    message: 'Un micro-lot demande plus que les {{memoryMb}} Mo auxquels le job a droit.',
    fix: 'Augmenter streaming.memoryMb dans les réglages et redémarrer ; le lot est relu, rien n’est perdu.',
  },
  DEAD_LETTER_QUEUE_UNREACHABLE: {
    title: 'Les enregistrements rejetés n’ont pas pu rejoindre la DLQ',
    message: '{{message}}',
    fix: 'Examiner le broker, puis choisir Réessayer : le topic est créé s’il manque.',
  },
  STREAMING_BEHIND: {
    title: 'Tous les enregistrements ne sont pas arrivés à temps',
    message: '{{pending}} enregistrements n’étaient pas dans les agrégats après {{seconds}} s.',
    fix: 'Redémarrer : le job de streaming reprend où il en était.',
  },
};
