import type { proofSentences as english } from '../../../../main/contract/proof-sentences';
import type { Catalog } from '../catalog';

const proofSentences: Catalog<typeof english> = {
  asIs: '{{text}}',
  askCluster: 'describeCluster',
  askLeaders: '{{topic}} a-t-il ses leaders ?',
  askAcknowledged: 'Les envois sont-ils acquittés ?',
  askProcess: 'Le processus vit-il ?',
  askReport: 'Quand la requête a-t-elle donné signe ?',
  askCommit: 'Quel est le commit le plus récent sur le disque ?',
  cluster: 'ok, nœud {{node}}, {{bootstrapServers}}',
  leaders: '{{partitions}} partitions, {{leaderless}} sans leader',
  noAnswer: 'aucune réponse en {{seconds}} s',
  notRunning: 'à l’arrêt',
  acknowledged: '{{acknowledged}} acquittés sur {{produced}}',
  acknowledgedTries: '{{acknowledged}} acquittés sur {{produced}}, {{failed}} essais manqués',
  paused: 'en pause, {{acknowledged}} acquittés sur {{produced}}',
  pausedTries: 'en pause, {{acknowledged}} acquittés sur {{produced}}, {{failed}} essais manqués',
  processAlive: 'processus en vie',
  restarting: 'redémarrage, essai {{attempt}}',
  stopped: 'arrêté',
  starting: 'démarrage',
  backingOff: 'attente avant un nouvel essai',
  stopping: 'arrêt en cours',
  failed: 'en échec',
  notYet: 'pas encore',
  noBatch: 'pas encore de batch',
  batch: 'batch {{batch}}',
  silentNoBatch: 'muette depuis {{seconds}} s, pas encore de batch',
  silent: 'muette depuis {{seconds}} s, batch {{batch}}',
  noTable: 'pas encore de table',
  tables: '{{table}} version {{version}}, {{tables}} tables',
};

/** Questions and answers of the health checks, in French. */
export const proofs = { proofs: proofSentences };
