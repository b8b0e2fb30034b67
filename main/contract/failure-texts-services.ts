import type { FailureTexts } from './failure-text';

/** Texts of failures of the machine, the broker, the producer and the services. */
export const servicesFailureTexts = {
  JAVA_NOT_FOUND: {
    title: 'Java was not found',
    message: 'Deltadesk needs a Java 17 (17.0.11 or later) or Java 21 runtime.',
    fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
  },
  JAVA_VERSION_UNFIT: {
    title: 'The Java version does not fit',
    message: '{{path}} is version {{found}}; 17.0.11 or later, or 21, is needed.',
    fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
  },
  JARS_MISSING: {
    title: 'Kafka and Spark are not in place',
    message: 'No jars in {{folder}}.',
    fix: 'Run "npm run setup" and try again.',
  },
  DATA_FOLDER_NOT_A_FOLDER: {
    title: 'The data folder is not a folder',
    message: '{{folder}} is a file, or lies inside one.',
    fix: 'Choose another folder with --data-folder FOLDER.',
  },
  DATA_FOLDER_DENIED: {
    title: 'The data folder cannot be written',
    message: '{{folder}}: {{reason}}.',
    fix: 'Give yourself write access to it, or choose another with --data-folder FOLDER.',
  },
  DATA_FOLDER_LOCKED: {
    title: 'Deltadesk already runs on this data folder',
    message: 'Process {{pid}} holds {{folder}}.',
    fix: 'Use that window, end it with "deltadesk stop", or choose another --data-folder.',
  },
  PORT_BUSY: {
    title: 'Port {{port}} is taken',
    message: '{{program}} (pid {{pid}}) listens on 127.0.0.1:{{port}}.',
    fix: 'End that program; or choose another port: for the broker, a stop and a start do.',
  },
  KAFKA_NOT_READY: {
    title: 'The Kafka broker does not answer',
    message: 'No answer from {{bootstrapServers}}.',
    fix: 'Start the pipeline; if it runs, look into the broker log.',
  },
  KAFKA_CLUSTER_FOREIGN: {
    title: 'Another Kafka cluster answers on this port',
    message: '{{bootstrapServers}} is cluster {{found}}, not {{expected}}.',
    fix: 'End that broker, or stop and start: a start takes other ports. No foreign broker is ever used.',
  },
  KAFKA_STORAGE_UNREADABLE: {
    title: 'The broker storage cannot be used',
    message: '{{file}}: {{reason}}',
    fix: 'Free disk space or restore the folder; an empty kafka folder starts a new topic.',
  },
  TOPIC_UNKNOWN: {
    title: 'There is no topic {{topic}}',
    message: 'The broker knows no topic of this name.',
    fix: 'Choose one of its topics; those of a pack are made when the pipeline starts.',
  },
  PRODUCER_SEND_FAILED: {
    title: 'A record is too large for its topic',
    message: 'The topic {{topic}} does not take event {{eventId}}: it has {{bytes}} bytes.',
    fix: 'Leave that record out, or raise max.message.bytes of the topic; then start the producer again.',
  },
  PRODUCER_RECORD_UNREADABLE: {
    title: 'The producer record cannot be used',
    message: '{{folder}}: {{reason}}',
    fix: 'Free disk space and check the rights of that folder.',
  },
  SERVICE_COMMAND_FAILED: {
    title: 'The {{service}} could not be started',
    message: '{{command}}: {{reason}}',
    fix: 'Check that Java is installed and may be run.',
  },
  SERVICE_NOT_READY: {
    title: 'The {{service}} did not become ready',
    message: 'No proof of readiness within {{deadlineMs}} ms: {{reason}}',
    fix: 'Look at the log lines below and try again.',
  },
  SERVICE_EXITED: {
    title: 'The {{service}} ended by itself',
    message: 'Exit code {{exitCode}}, signal {{signal}}.',
    fix: 'It is started again; if it keeps ending, look at the log lines below.',
  },
  SERVICE_KEEPS_FAILING: {
    title: 'The {{service}} keeps ending',
    message: 'It ended {{attempts}} times within two minutes.',
    fix: 'Look at the log lines below, mend the cause, then press Try again.',
  },
  STREAMING_QUERY_FAILED: {
    title: 'The streaming query failed',
    message: '{{message}}',
    fix: 'Mend what the message names, then press Try again; nothing committed is lost.',
  },
  STREAMING_OFFSETS_LOST: {
    title: 'Unread records are gone from the topic',
    message: '{{message}}',
    fix: 'Nothing was skipped. Keep the tables and start in a new data folder.',
  },
  STREAMING_OUT_OF_MEMORY: {
    title: 'The streaming job ran out of memory',
    message: 'A micro-batch needs more than the {{memoryMb}} MB that the job may use.',
    fix: 'Raise streaming.memoryMb in Settings and restart; the batch is read again, nothing is lost.',
  },
  DEAD_LETTER_QUEUE_UNREACHABLE: {
    title: 'Rejected records could not reach the dead-letter queue',
    message: '{{message}}',
    fix: 'Look at the broker, then press Try again: it makes the topic if it is missing.',
  },
  STREAMING_BEHIND: {
    title: 'Not all records arrived in time',
    message: '{{pending}} records were not in the aggregates after {{seconds}} s.',
    fix: 'Start again: the streaming job goes on where it was.',
  },
} as const satisfies FailureTexts;
