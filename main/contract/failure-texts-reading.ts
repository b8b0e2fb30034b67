import type { FailureTexts } from './failure-text';

/** Texts of failures of packs, tables, queries, requests and settings. */
export const readingFailureTexts = {
  PACK_INVALID: (fact) => ({
    title: 'The stream pack has an error',
    // The streaming job names file and field in its own sentence.
    message: fact('message') === '—' ? `${fact('file')}: ${fact('reason')}` : `${fact('message')}`,
    fix: 'Correct the pack and start again.',
  }),
  PACK_UNKNOWN: (fact) => ({
    title: `There is no stream pack "${fact('pack')}"`,
    message: `Known packs: ${fact('known')}.`,
    fix: 'Choose one of them.',
  }),
  EVENT_UNKNOWN: (fact) => ({
    title: `There is no event "${fact('event')}"`,
    message: 'Neither the tables nor the record of the producer hold this id.',
    fix: 'Copy the event_id of a row; one that was sent a moment ago may need a second.',
  }),
  TABLE_UNKNOWN: (fact) => ({
    title: `There is no table "${fact('table')}"`,
    message: `Known tables: ${fact('known')}.`,
    fix: 'Choose one of them; tables appear with the first micro-batch.',
  }),
  TABLE_VERSION_UNKNOWN: (fact) => ({
    title: `Table ${fact('table')} has no version ${fact('version')}`,
    message: `Its versions go from ${fact('earliest')} to ${fact('latest')}.`,
    fix: 'Choose one of them; "deltadesk history" lists them.',
  }),
  TABLE_TIME_UNKNOWN: (fact) => ({
    title: `Table ${fact('table')} has no version of ${fact('at')}`,
    message:
      `Its versions go from ${fact('earliest')} (${fact('earliestAt')}) ` +
      `to ${fact('latest')} (${fact('latestAt')}).`,
    fix: 'Choose a time between these two; "deltadesk history" lists them.',
  }),
  TABLE_UNREADABLE: (fact) => ({
    title: `Table ${fact('table')} cannot be read`,
    message: `${fact('reason')}`,
    fix: 'Restore the file that the message names, or read an older version.',
  }),
  TABLE_FEATURE_UNSUPPORTED: (fact) => ({
    title: `Table ${fact('table')} uses a feature that is not read here`,
    message: `Feature: ${fact('feature')}.`,
    fix: 'Open it with a tool that has that feature, or rewrite it without.',
  }),
  HISTORY_UNREADABLE: (fact) => ({
    title: "The app's history cannot be read",
    message: `${fact('file')}: ${fact('reason')}`,
    fix: 'Close other programs that have the file open, or start the app: it moves a damaged file aside.',
  }),
  COLUMN_UNKNOWN: (fact) => ({
    title: `Table ${fact('table')} has no column "${fact('column')}"`,
    message: `Nearest columns: ${fact('known')}.`,
    fix: 'Choose one of its columns.',
  }),
  FILTER_INVALID: (fact) => ({
    title: `The filter on ${fact('column')} cannot be used`,
    message: `${fact('reason')}`,
    fix: 'Change the operator or the value.',
  }),
  SAVED_QUERY_UNKNOWN: (fact) => ({
    title: `There is no saved query "${fact('query')}"`,
    message: `Saved queries: ${fact('known')}.`,
    fix: 'Choose one of them.',
  }),
  SAVED_QUERY_EXISTS: (fact) => ({
    title: `A saved query "${fact('query')}" is there already`,
    message: 'Names that differ only in capitals count as the same.',
    fix: 'Choose another name, or replace it.',
  }),
  QUERY_UNKNOWN: (fact) => ({
    title: `There is no query "${fact('query')}"`,
    message: `Known queries: ${fact('known')}.`,
    fix: 'Choose one of them.',
  }),
  SQL_INVALID: (fact) => ({
    title: 'The SQL cannot be run',
    message: `${fact('reason')}`,
    fix: 'Correct the statement; tables are named <layer>.<table>.',
  }),
  SQL_NOT_READ_ONLY: (fact) => ({
    title: 'Only reading is allowed',
    message: `${fact('reason')}`,
    fix: 'Use one SELECT or EXPLAIN statement over the tables.',
  }),
  SQL_TIMEOUT: (fact) => ({
    title: 'The query took too long',
    message: `It was ended after ${fact('timeoutMs')} ms.`,
    fix: 'Read fewer rows, or aggregate first.',
  }),
  LEDGER_BROKEN: (fact) => ({
    title: 'The ledger does not close',
    message: `${fact('finding')}`,
    fix: 'Keep the data folder as it is and compare the offsets that the message names.',
  }),
  REQUEST_UNKNOWN: (fact) => ({
    title: `Unknown request "${fact('name')}"`,
    message: 'The window and the control center are of different versions.',
    fix: 'Close the window and start Deltadesk again.',
  }),
  REQUEST_INVALID: (fact) => ({
    title: 'The request is not valid',
    message: `${fact('name')}: ${fact('reason')}`,
    fix: 'Correct the value that the message names.',
  }),
  REQUEST_CANCELLED: (fact) => ({
    title: 'Cancelled',
    message: `${fact('request')} was cancelled.`,
    fix: 'Start it again when you want it.',
  }),
  PIPELINE_NOT_RUNNING: () => ({
    title: 'The pipeline is not running',
    message: 'This needs the Kafka broker.',
    fix: 'Press Start, or run "deltadesk start".',
  }),
  CONTROL_NOT_RUNNING: (fact) => ({
    title: 'Deltadesk is not running',
    message: `No instance runs on ${fact('folder')}.`,
    fix: 'Run "deltadesk start" first.',
  }),
  CONTROL_UNREACHABLE: (fact) => ({
    title: 'Deltadesk does not answer',
    message: `${fact('address')}: ${fact('reason')}`,
    fix: 'Try again; if it stays so, end process and start again.',
  }),
  SETTING_UNKNOWN: (fact) => ({
    title: `There is no setting ${fact('setting')}`,
    message: `The nearest are: ${fact('known')}.`,
    fix: 'Take one of them; "deltadesk settings" lists all.',
  }),
  SETTINGS_FILE_INVALID: (fact) => ({
    title: 'The settings file cannot be read',
    message: `${fact('file')}: ${fact('reason')}`,
    fix: 'Correct the file, or move it away to begin with the defaults. It was not changed.',
  }),
  SETTING_INVALID: (fact) => ({
    title: `The setting ${fact('setting')} is not valid`,
    message: `${fact('reason')}`,
    fix: 'Correct the value; "deltadesk --help" lists what is allowed.',
  }),
  BENCH_FOLDER_NOT_EMPTY: (fact) => ({
    title: 'The folder for the measurement is not empty',
    message: `${fact('folder')} holds files; a measurement needs a new folder and removes it afterwards.`,
    fix: 'Name another one with --folder, or remove that one.',
  }),
  INTERNAL: (fact) => ({
    title: 'An unexpected error occurred',
    message: `${fact('reason')}`,
    fix: 'Try again; the app log has the details.',
  }),
} satisfies FailureTexts;
