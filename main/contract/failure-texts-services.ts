import type { FailureTexts } from './failure-text';

/** Texts of failures of the machine, the broker, the producer and the services. */
export const servicesFailureTexts = {
  JAVA_NOT_FOUND: () => ({
    title: 'Java was not found',
    message: 'Deltadesk needs a Java 17 (17.0.11 or later) or Java 21 runtime.',
    fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
  }),
  JAVA_VERSION_UNFIT: (fact) => ({
    title: 'The Java version does not fit',
    message: `${fact('path')} is version ${fact('found')}; 17.0.11 or later, or 21, is needed.`,
    fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
  }),
  JARS_MISSING: (fact) => ({
    title: 'Kafka and Spark are not in place',
    message: `No jars in ${fact('folder')}.`,
    fix: 'Run "npm run setup" and try again.',
  }),
  DATA_FOLDER_NOT_A_FOLDER: (fact) => ({
    title: 'The data folder is not a folder',
    message: `${fact('folder')} is a file, or lies inside one.`,
    fix: 'Choose another folder with --data-folder FOLDER.',
  }),
  DATA_FOLDER_DENIED: (fact) => ({
    title: 'The data folder cannot be written',
    message: `${fact('folder')}: ${fact('reason')}.`,
    fix: 'Give yourself write access to it, or choose another with --data-folder FOLDER.',
  }),
  DATA_FOLDER_LOCKED: (fact) => ({
    title: 'Deltadesk already runs on this data folder',
    message: `Process ${fact('pid')} holds ${fact('folder')}.`,
    fix: 'Use that window, end it with "deltadesk stop", or choose another --data-folder.',
  }),
  PORT_BUSY: (fact) => ({
    title: `Port ${fact('port')} is taken`,
    message: `${fact('program')} (pid ${fact('pid')}) listens on 127.0.0.1:${fact('port')}.`,
    fix: 'End that program, or choose another port.',
  }),
  KAFKA_NOT_READY: (fact) => ({
    title: 'The Kafka broker does not answer',
    message: `No answer from ${fact('bootstrapServers')}.`,
    fix: 'Start the pipeline; if it runs, look into the broker log.',
  }),
  KAFKA_CLUSTER_FOREIGN: (fact) => ({
    title: 'Another Kafka cluster answers on this port',
    message: `${fact('bootstrapServers')} is cluster ${fact('found')}, not ${fact('expected')}.`,
    fix: 'End that broker or choose another port; Deltadesk never uses a foreign broker.',
  }),
  KAFKA_STORAGE_UNREADABLE: (fact) => ({
    title: 'The broker storage cannot be used',
    message: `${fact('file')}: ${fact('reason')}`,
    fix: 'Free disk space or restore the folder; an empty kafka folder starts a new topic.',
  }),
  TOPIC_UNKNOWN: (fact) => ({
    title: `There is no topic ${fact('topic')}`,
    message: 'The broker knows no topic of this name.',
    fix: 'Choose one of its topics; those of a pack are made when the pipeline starts.',
  }),
  PRODUCER_SEND_FAILED: (fact) => ({
    title: 'Records could not be sent',
    message: `${fact('reason')}`,
    fix: 'Look at the broker; the producer goes on trying while the pipeline runs.',
  }),
  PRODUCER_RECORD_UNREADABLE: (fact) => ({
    title: 'The producer record cannot be used',
    message: `${fact('folder')}: ${fact('reason')}`,
    fix: 'Free disk space and check the rights of that folder.',
  }),
  SERVICE_COMMAND_FAILED: (fact) => ({
    title: `The ${fact('service')} could not be started`,
    message: `${fact('command')}: ${fact('reason')}`,
    fix: 'Check that Java is installed and may be run.',
  }),
  SERVICE_NOT_READY: (fact) => ({
    title: `The ${fact('service')} did not become ready`,
    message: `No proof of readiness within ${fact('deadlineMs')} ms: ${fact('reason')}`,
    fix: 'Look at the log lines below and try again.',
  }),
  SERVICE_EXITED: (fact) => ({
    title: `The ${fact('service')} ended by itself`,
    message: `Exit code ${fact('exitCode')}, signal ${fact('signal')}.`,
    fix: 'It is started again; if it keeps ending, look at the log lines below.',
  }),
  SERVICE_KEEPS_FAILING: (fact) => ({
    title: `The ${fact('service')} keeps ending`,
    message: `It ended ${fact('attempts')} times within two minutes.`,
    fix: 'Look at the log lines below, mend the cause, then press Try again.',
  }),
  STREAMING_QUERY_FAILED: (fact) => ({
    title: 'The streaming query failed',
    message: `${fact('message')}`,
    fix: 'Mend what the message names, then press Try again; nothing committed is lost.',
  }),
  STREAMING_OFFSETS_LOST: (fact) => ({
    title: 'Unread records are gone from the topic',
    message: `${fact('message')}`,
    fix: 'Nothing was skipped. Keep the tables and start in a new data folder.',
  }),
  DEAD_LETTER_QUEUE_UNREACHABLE: (fact) => ({
    title: 'Rejected records could not reach the dead-letter queue',
    message: `${fact('message')}`,
    fix: 'Look at the broker, then press Try again: it makes the topic if it is missing.',
  }),
  STREAMING_BEHIND: (fact) => ({
    title: 'Not all records arrived in time',
    message: `${fact('pending')} records were not in the aggregates after ${fact('seconds')} s.`,
    fix: 'Start again: the streaming job goes on where it was.',
  }),
} satisfies FailureTexts;
