import { sayer } from './sentence';

/** Questions and answers of the health checks of the pipeline's parts, in English. */
export const proofSentences = {
  /** What another program says of itself. */
  asIs: '{{text}}',
  askCluster: 'describeCluster',
  askLeaders: 'Has {{topic}} its leaders?',
  askAcknowledged: 'Are sends acknowledged?',
  askProcess: 'Is the process alive?',
  askReport: 'When did the query report?',
  askCommit: 'What is the newest commit on disk?',
  cluster: 'ok, node {{node}}, {{bootstrapServers}}',
  leaders: '{{partitions}} partitions, {{leaderless}} without leader',
  noAnswer: 'no answer within {{seconds}} s',
  notRunning: 'not running',
  acknowledged: '{{acknowledged}} of {{produced}} acknowledged',
  acknowledgedTries: '{{acknowledged}} of {{produced}} acknowledged, {{failed}} failed tries',
  paused: 'paused, {{acknowledged}} of {{produced}} acknowledged',
  pausedTries: 'paused, {{acknowledged}} of {{produced}} acknowledged, {{failed}} failed tries',
  processAlive: 'process alive',
  restarting: 'restarting, attempt {{attempt}}',
  stopped: 'stopped',
  starting: 'starting',
  backingOff: 'backingOff',
  stopping: 'stopping',
  failed: 'failed',
  notYet: 'not yet',
  noBatch: 'no batch yet',
  batch: 'batch {{batch}}',
  silentNoBatch: 'silent for {{seconds}} s, no batch yet',
  silent: 'silent for {{seconds}} s, batch {{batch}}',
  noTable: 'no table yet',
  tables: '{{table}} version {{version}}, {{tables}} tables',
} as const;

/** A sentence of a proof: `sayProof('batch', { batch: 12 })`. */
export const sayProof = sayer<typeof proofSentences>();
