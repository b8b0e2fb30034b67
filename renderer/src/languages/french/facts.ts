/**
 * Facts that are words or sentences of the control center, by their English, in French. What is not
 * here, such as the message of a system or of DuckDB, is shown as it came.
 */
export const frenchFacts: Readonly<Record<string, string>> = {
  'none yet': 'aucune pour l’instant',
  broker: 'broker',
  'streaming job': 'job de streaming',
  streamingJob: 'job de streaming',
  // What is under way, was cancelled or has to wait.
  start: 'démarrage',
  stop: 'arrêt',
  run: 'exécution',
  Start: 'démarrage',
  'A start': 'démarrage',
  'The start': 'démarrage',
  'Another operation': 'une autre opération',
  'A new contract version': 'nouvelle version du contrat',
  'The run once': 'exécution unique',
  'The compaction': 'compaction',
  'The vacuum': 'vacuum',
  'A compaction': 'compaction',
  'A vacuum': 'vacuum',
  'The streaming job was stopped before it was done.':
    'Le job de streaming a été arrêté avant la fin.',
  'The streaming job ended before it was done.': 'Le job de streaming s’est terminé avant la fin.',
  'The streaming job is still starting. Try again once it runs.':
    'Le job de streaming démarre encore. Réessayer dès qu’il est en marche.',
  'Waiting for the records': 'attente des enregistrements',
  'Start of the broker': 'démarrage du broker',
  'Start of the streaming job': 'démarrage du job de streaming',
  // What a reset deletes.
  tables: 'tables',
  "the producer's record": 'registre du producteur',
  'nothing, nothing was there': 'rien, il n’y avait rien',
  // Why a folder or a file does not do.
  'it is a temporary folder': 'c’est un dossier temporaire',
  'it is not a folder': 'ce n’est pas un dossier',
  'it is not an absolute path': 'ce n’est pas un chemin absolu',
  'it is not there any more': 'il n’est plus là',
  'it is too long': 'il est trop long',
  'the system makes no folder there': 'le système n’y crée pas de dossier',
  'its name tells no known format.': 'son nom n’indique aucun format connu.',
  'no cluster.id in it': 'il ne contient pas de cluster.id',
  'not formatted': 'non formaté',
  'A row lies elsewhere.': 'Une ligne se trouve ailleurs.',
  'Its log names no schema or protocol.': 'Son journal ne nomme ni schéma ni protocole.',
  // Why a statement or a start does not do.
  'Only a SELECT can be exported.': 'Seul un SELECT peut être exporté.',
  'The statement is empty or too long.': 'L’instruction est vide ou trop longue.',
  'The statement is neither SELECT nor EXPLAIN.': 'L’instruction n’est ni SELECT ni EXPLAIN.',
  'it has not said that it is ready': 'il ne s’est pas déclaré prêt',
  'no answer yet': 'pas encore de réponse',
  'no micro-batch was committed': 'aucun micro-batch n’a été validé',
  'no port was chosen before the broker': 'aucun port n’a été choisi avant le broker',
};
