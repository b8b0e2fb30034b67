import type { Failure } from './failure';

/** What a person reads: what is so, the facts, and what to do about it. */
export interface FailureText {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/** The text of every failure (ux.md section 9). Exhaustive: a new code does not compile without. */
export function describeFailure(failure: Failure): FailureText {
  const fact = (name: string) => failure.facts[name] ?? '—';
  switch (failure.code) {
    case 'JAVA_NOT_FOUND':
      return {
        title: 'Java was not found',
        message: 'Deltadesk needs a Java 17 (17.0.11 or later) or Java 21 runtime.',
        fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
      };
    case 'JAVA_VERSION_UNFIT':
      return {
        title: 'The Java version does not fit',
        message: `${fact('path')} is version ${fact('found')}; 17.0.11 or later, or 21, is needed.`,
        fix: 'Install a JDK 17 or 21, or set JAVA_HOME to one.',
      };
    case 'JARS_MISSING':
      return {
        title: 'Kafka and Spark are not in place',
        message: `No jars in ${fact('folder')}.`,
        fix: 'Run "npm run setup" and try again.',
      };
    case 'DATA_FOLDER_NOT_A_FOLDER':
      return {
        title: 'The data folder is not a folder',
        message: `${fact('folder')} is a file, or lies inside one.`,
        fix: 'Choose another folder with --data-folder FOLDER.',
      };
    case 'DATA_FOLDER_DENIED':
      return {
        title: 'The data folder cannot be written',
        message: `${fact('folder')}: ${fact('reason')}.`,
        fix: 'Give yourself write access to it, or choose another with --data-folder FOLDER.',
      };
    case 'DATA_FOLDER_LOCKED':
      return {
        title: 'Deltadesk already runs on this data folder',
        message: `Process ${fact('pid')} holds ${fact('folder')}.`,
        fix: 'Use that window, end it with "deltadesk stop", or choose another --data-folder.',
      };
    case 'PORT_BUSY':
      return {
        title: `Port ${fact('port')} is taken`,
        message: `${fact('program')} (pid ${fact('pid')}) listens on 127.0.0.1:${fact('port')}.`,
        fix: 'End that program, or choose another port.',
      };
    case 'KAFKA_NOT_READY':
      return {
        title: 'The Kafka broker does not answer',
        message: `No answer from ${fact('bootstrapServers')}.`,
        fix: 'Start the pipeline; if it runs, look into the broker log.',
      };
    case 'KAFKA_CLUSTER_FOREIGN':
      return {
        title: 'Another Kafka cluster answers on this port',
        message: `${fact('bootstrapServers')} is cluster ${fact('found')}, not ${fact('expected')}.`,
        fix: 'End that broker or choose another port; Deltadesk never uses a foreign broker.',
      };
    case 'KAFKA_STORAGE_UNREADABLE':
      return {
        title: 'The broker storage cannot be used',
        message: `${fact('file')}: ${fact('reason')}`,
        fix: 'Free disk space or restore the folder; an empty kafka folder starts a new topic.',
      };
    case 'PRODUCER_SEND_FAILED':
      return {
        title: 'Records could not be sent',
        message: `${fact('reason')}`,
        fix: 'Look at the broker; the producer goes on trying while the pipeline runs.',
      };
    case 'PRODUCER_RECORD_UNREADABLE':
      return {
        title: 'The producer record cannot be used',
        message: `${fact('folder')}: ${fact('reason')}`,
        fix: 'Free disk space and check the rights of that folder.',
      };
    case 'SERVICE_COMMAND_FAILED':
      return {
        title: `The ${fact('service')} could not be started`,
        message: `${fact('command')}: ${fact('reason')}`,
        fix: 'Check that Java is installed and may be run.',
      };
    case 'SERVICE_NOT_READY':
      return {
        title: `The ${fact('service')} did not become ready`,
        message: `No proof of readiness within ${fact('deadlineMs')} ms: ${fact('reason')}`,
        fix: 'Look at the log lines below and try again.',
      };
    case 'SERVICE_EXITED':
      return {
        title: `The ${fact('service')} ended by itself`,
        message: `Exit code ${fact('exitCode')}, signal ${fact('signal')}.`,
        fix: 'It is started again; if it keeps ending, look at the log lines below.',
      };
    case 'SERVICE_KEEPS_FAILING':
      return {
        title: `The ${fact('service')} keeps ending`,
        message: `It ended ${fact('attempts')} times within two minutes.`,
        fix: 'Look at the log lines below, mend the cause, then press Try again.',
      };
    case 'STREAMING_QUERY_FAILED':
      return {
        title: 'The streaming query failed',
        message: `${fact('message')}`,
        fix: 'Mend what the message names, then press Try again; nothing committed is lost.',
      };
    case 'STREAMING_OFFSETS_LOST':
      return {
        title: 'Unread records are gone from the topic',
        message: `${fact('message')}`,
        fix: 'Nothing was skipped. Keep the tables and start in a new data folder.',
      };
    case 'STREAMING_BEHIND':
      return {
        title: 'Not all records arrived in time',
        message: `${fact('pending')} records were not in the aggregates after ${fact('seconds')} s.`,
        fix: 'Start again: the streaming job goes on where it was.',
      };
    case 'PACK_INVALID':
      return {
        title: 'The stream pack has an error',
        message: `${fact('file')}: ${fact('reason')}`,
        fix: 'Correct that field and start again.',
      };
    case 'PACK_UNKNOWN':
      return {
        title: `There is no stream pack "${fact('pack')}"`,
        message: `Known packs: ${fact('known')}.`,
        fix: 'Choose one of them.',
      };
    case 'TABLE_UNKNOWN':
      return {
        title: `There is no table "${fact('table')}"`,
        message: `Known tables: ${fact('known')}.`,
        fix: 'Choose one of them; tables appear with the first micro-batch.',
      };
    case 'TABLE_UNREADABLE':
      return {
        title: `Table ${fact('table')} cannot be read`,
        message: `${fact('reason')}`,
        fix: 'Restore the file that the message names, or read an older version.',
      };
    case 'TABLE_FEATURE_UNSUPPORTED':
      return {
        title: `Table ${fact('table')} uses a feature that is not read here`,
        message: `Feature: ${fact('feature')}.`,
        fix: 'Open it with a tool that has that feature, or rewrite it without.',
      };
    case 'QUERY_UNKNOWN':
      return {
        title: `There is no query "${fact('query')}"`,
        message: `Known queries: ${fact('known')}.`,
        fix: 'Choose one of them.',
      };
    case 'SQL_INVALID':
      return {
        title: 'The SQL cannot be run',
        message: `${fact('reason')}`,
        fix: 'Correct the statement; tables are named <layer>.<table>.',
      };
    case 'SQL_NOT_READ_ONLY':
      return {
        title: 'Only reading is allowed',
        message: `${fact('reason')}`,
        fix: 'Use one SELECT or EXPLAIN statement over the tables.',
      };
    case 'SQL_TIMEOUT':
      return {
        title: 'The query took too long',
        message: `It was ended after ${fact('timeoutMs')} ms.`,
        fix: 'Read fewer rows, or aggregate first.',
      };
    case 'LEDGER_BROKEN':
      return {
        title: 'The ledger does not close',
        message: `${fact('finding')}`,
        fix: 'Keep the data folder as it is and compare the offsets that the message names.',
      };
    case 'REQUEST_UNKNOWN':
      return {
        title: `Unknown request "${fact('name')}"`,
        message: 'The window and the control center are of different versions.',
        fix: 'Close the window and start Deltadesk again.',
      };
    case 'REQUEST_INVALID':
      return {
        title: 'The request is not valid',
        message: `${fact('name')}: ${fact('reason')}`,
        fix: 'Correct the value that the message names.',
      };
    case 'REQUEST_CANCELLED':
      return {
        title: 'Cancelled',
        message: `${fact('request')} was cancelled.`,
        fix: 'Start it again when you want it.',
      };
    case 'PIPELINE_NOT_RUNNING':
      return {
        title: 'The pipeline is not running',
        message: 'This needs the Kafka broker.',
        fix: 'Press Start, or run "deltadesk start".',
      };
    case 'CONTROL_NOT_RUNNING':
      return {
        title: 'Deltadesk is not running',
        message: `No instance runs on ${fact('folder')}.`,
        fix: 'Run "deltadesk start" first.',
      };
    case 'CONTROL_UNREACHABLE':
      return {
        title: 'Deltadesk does not answer',
        message: `${fact('address')}: ${fact('reason')}`,
        fix: 'Try again; if it stays so, end process and start again.',
      };
    case 'SETTING_INVALID':
      return {
        title: `The setting ${fact('setting')} is not valid`,
        message: `${fact('reason')}`,
        fix: 'Correct the value; "deltadesk --help" lists what is allowed.',
      };
    case 'INTERNAL':
      return {
        title: 'An unexpected error occurred',
        message: `${fact('reason')}`,
        fix: 'Try again; the app log has the details.',
      };
  }
}
