import type { events as english } from '../english/events';
import type { Catalog } from '../catalog';

const eventSentences: Catalog<(typeof english)['events']> = {
  stopped: 'arrêté',
  checking: 'vérification',
  starting: 'démarrage',
  running: 'en marche',
  stopping: 'arrêt en cours',
  failed: 'en échec',
  startFailed: '{{title}}. {{message}}',
  runOnce: 'Exécution unique : {{bronze}} en Bronze, {{silver}} en Silver.',
  reset: 'Réinitialisation « {{level}} » : supprimé : {{what}}.',
  compacted:
    'Compactage de {{table}} : {{filesBefore}} fichiers en font {{filesAfter}}, version {{tableVersion}}.',
  vacuumed:
    'Vacuum de {{table}} avec {{retentionHours}} heures : {{files}} fichiers supprimés, {{sizeBytes}} octets.',
  serviceEnded: 'Arrêt inattendu. {{message}} Nouveau démarrage dans {{seconds}} s.',
  serviceRunsAgain: 'De nouveau en marche (pid {{pid}}).',
  serviceFailed: '{{title}}. {{fix}}',
  producerFailed: '{{title}}. {{message}} {{fix}}',
  restartAsked: 'Redémarrage demandé ; les autres éléments continuent.',
  restarted: 'Redémarré en {{seconds}} s.',
  notRestarted: 'Pas redémarré : {{title}}. {{message}}',
  startQuicker: 'Le prochain démarrage sera plus rapide : {{service}}.',
  portHeld: '{{program}} (pid {{pid}}) occupe le port {{busyPort}} ; {{port}} est utilisé.',
  portHeldByAnother: 'Un autre programme occupe le port {{busyPort}} ; {{port}} est utilisé.',
  topicConnected: 'Connecté au topic Kafka : {{topic}}',
  queryStarted: 'Requête {{pack}} démarrée (exécution {{runId}})',
  batch:
    'Batch {{batchId}} de {{pack}} : {{input}} enregistrements, {{bronze}} en Bronze, {{silver}} en Silver, {{rejected}} rejetés, {{duplicates}} doublons, {{late}} en retard.',
  metrics:
    'Métriques - Entrée : {{input}} lignes, sortie : {{output}} lignes, latence : {{latencyMs}} ms',
  metricsOfPack:
    'Métriques - Entrée : {{input}} lignes, sortie : {{output}} lignes, latence : {{latencyMs}} ms ({{pack}})',
  newField:
    'Les événements de {{pack}} ont un nouveau champ « {{field}} » (d’abord en partition {{partition}}, offset {{offset}}) ; il n’est gardé que dans le texte d’origine tant que le pack ne le nomme pas',
  goneField:
    'Les événements de {{pack}} n’ont plus le champ facultatif « {{field}} » (d’abord en partition {{partition}}, offset {{offset}}) ; ses colonnes sont vides à partir de là',
  qualityUnread: 'Un contrôle n’a pas pu lire les tables, nouvel essai à venir : {{reason}}',
  leftoverEnded:
    'Encore en marche depuis une exécution antérieure ({{service}}, {{who}}) : le processus a été arrêté.',
  leftoverKilled:
    'Encore en marche depuis une exécution antérieure ({{service}}, {{who}}) : le processus a été tué.',
  leftoverStays:
    'Encore en marche depuis une exécution antérieure ({{service}}, {{who}}) : le processus ne se laisse pas arrêter.',
  resetFinished:
    'La réinitialisation « {{level}} » de {{at}} avait été interrompue ; elle est achevée.',
  historyNotWritten: 'L’historique ne peut pas être écrit, nouvel essai à venir : {{reason}}',
  historyDamaged:
    'L’historique n’était pas lisible : il a été mis de côté dans {{aside}}, et un nouveau commence.',
  historyHeld:
    '{{file}} est ouvert dans un autre programme : l’historique de cette exécution n’est pas gardé.',
  alertOver: 'Terminé : {{alert}}',
};

/** Sentences of the event log, in French. */
export const events = { events: eventSentences };
