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
    'Compactage de {{table}} : de $t(counted.files, {"count": {{filesBefore}}}) à {{filesAfter}}, version {{tableVersion}}.',
  vacuumed:
    'Vacuum de {{table}} avec $t(counted.hours, {"count": {{retentionHours}}}) : suppression de $t(counted.files, {"count": {{files}}}), $t(counted.bytes, {"count": {{sizeBytes}}}).',
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
    'Batch {{batchId}} de {{pack}} : $t(counted.records, {"count": {{input}}}), {{bronze}} en Bronze, {{silver}} en Silver, $t(counted.rejected, {"count": {{rejected}}}), $t(counted.duplicates, {"count": {{duplicates}}}), {{late}} en retard.',
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
  settingUnknown: '{{setting}} n’est pas un réglage ; il a été ignoré.',
  settingPassedOver: '{{setting}} : {{message}} La valeur par défaut est utilisée.',
  catalogsNotUsed: 'Les catalogues modifiés de {{pack}} ne sont pas utilisés : {{message}}',
  historyNotWritten: 'L’historique ne peut pas être écrit, nouvel essai à venir : {{reason}}',
  historyDamaged:
    'L’historique n’était pas lisible : il a été mis de côté dans {{aside}}, et un nouveau commence.',
  historyHeld:
    '{{file}} est ouvert dans un autre programme : l’historique de cette exécution n’est pas gardé.',
  alertOver: 'Terminé : {{alert}}',
};

const countedWords: Catalog<(typeof english)['counted']> = {
  records_one: '{{count}} enregistrement',
  records_other: '{{count}} enregistrements',
  rejected_one: '{{count}} rejeté',
  rejected_other: '{{count}} rejetés',
  duplicates_one: '{{count}} doublon',
  duplicates_other: '{{count}} doublons',
  files_one: '{{count}} fichier',
  files_other: '{{count}} fichiers',
  hours_one: '{{count}} heure',
  hours_other: '{{count}} heures',
  bytes_one: '{{count}} octet',
  bytes_other: '{{count}} octets',
};

/** Sentences of the event log and the counted words in them, in French. */
export const events = { events: eventSentences, counted: countedWords };
