import { speaker } from './said';

/** Sentences of the app's event log in English. */
export const eventSentences = {
  // The pipeline as a whole.
  stopped: 'stopped',
  checking: 'checking',
  starting: 'starting',
  running: 'running',
  stopping: 'stopping',
  failed: 'failed',
  startFailed: '{{title}}. {{message}}',
  runOnce: 'Run once: {{bronze}} in Bronze, {{silver}} in Silver.',
  reset: 'Reset "{{level}}": deleted {{what}}.',
  compacted:
    'Compacted {{table}}: $t(counted.files, {"count": {{filesBefore}}}) became {{filesAfter}}, version {{tableVersion}}.',
  vacuumed:
    'Vacuumed {{table}} with $t(counted.hours, {"count": {{retentionHours}}}): deleted $t(counted.files, {"count": {{files}}}), $t(counted.bytes, {"count": {{sizeBytes}}}).',
  // Its parts.
  serviceEnded: 'Ended by itself. {{message}} Starts again in {{seconds}} s.',
  serviceRunsAgain: 'Runs again (pid {{pid}}).',
  serviceFailed: '{{title}}. {{fix}}',
  producerFailed: '{{title}}. {{message}} {{fix}}',
  restartAsked: 'Restart asked for; the other parts go on.',
  restarted: 'Restarted in {{seconds}} s.',
  notRestarted: 'Not restarted: {{title}}. {{message}}',
  startQuicker: 'The next start of {{service}} will be quicker.',
  portHeld: 'Port {{busyPort}} is held by {{program}} (pid {{pid}}); using {{port}}.',
  portHeldByAnother: 'Port {{busyPort}} is held by another program; using {{port}}.',
  // The query and what it reads.
  topicConnected: 'Connected to Kafka topic: {{topic}}',
  queryStarted: 'Query {{pack}} started (run {{runId}})',
  batch:
    'Batch {{batchId}} of {{pack}}: $t(counted.records, {"count": {{input}}}), {{bronze}} to Bronze, {{silver}} to Silver, $t(counted.rejected, {"count": {{rejected}}}), $t(counted.duplicates, {"count": {{duplicates}}}), {{late}} late.',
  // The form of these two is fixed (floor.md 7.1).
  metrics: 'Metrics - Input: {{input}} rows, Output: {{output}} rows, Latency: {{latencyMs}} ms',
  metricsOfPack:
    'Metrics - Input: {{input}} rows, Output: {{output}} rows, Latency: {{latencyMs}} ms ({{pack}})',
  newField:
    'Events of {{pack}} have a new field "{{field}}" (first at partition {{partition}}, offset {{offset}}); it is kept in the original text alone until the pack names it',
  goneField:
    'Events of {{pack}} no longer have the optional field "{{field}}" (first at partition {{partition}}, offset {{offset}}); its columns are empty from there on',
  qualityUnread: 'A check could not read the tables, and is tried again: {{reason}}',
  // What an earlier run left.
  leftoverEnded: 'The {{service}} of an earlier run, {{who}}, was still running and was ended.',
  leftoverKilled: 'The {{service}} of an earlier run, {{who}}, was still running and was killed.',
  leftoverStays: 'The {{service}} of an earlier run, {{who}}, cannot be ended.',
  resetFinished: 'The reset "{{level}}" of {{at}} was cut off; finished now.',
  // What of the settings and catalogs is not used.
  settingUnknown: '{{setting}} is not a setting; it was passed over.',
  settingPassedOver: '{{setting}}: {{message}} The default is used.',
  catalogsNotUsed: 'The changed catalogs of {{pack}} are not used: {{message}}',
  // The app's own history.
  historyNotWritten: 'The history cannot be written, and is tried again: {{reason}}',
  historyDamaged:
    'The history could not be read: it was moved to {{aside}}, and a new one was begun.',
  historyHeld: '{{file}} is open in another program: the history of this run is not kept.',
} as const;

/** An event of the log: `sayEvent('runOnce', { bronze: 9, silver: 8 })`. */
export const sayEvent = speaker(eventSentences);
