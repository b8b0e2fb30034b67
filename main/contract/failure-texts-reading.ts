import type { FailureTexts } from './failure-text';

/** Texts of failures of packs, tables, queries, requests and settings. */
export const readingFailureTexts = {
  PACK_INVALID: {
    title: 'The stream pack has an error',
    message: '{{file}}: {{reason}}',
    fix: 'Correct the pack and start again.',
  },
  // The streaming job names file and field in its own sentence.
  PACK_INVALID_TOLD: {
    title: 'The stream pack has an error',
    message: '{{message}}',
    fix: 'Correct the pack and start again.',
  },
  PACK_UNKNOWN: {
    title: 'There is no stream pack "{{pack}}"',
    message: 'Known packs: {{known}}.',
    fix: 'Choose one of them.',
  },
  EVENT_UNKNOWN: {
    title: 'There is no event "{{event}}"',
    message: 'Neither the tables nor the record of the producer hold this id.',
    fix: 'Copy the event_id of a row; one that was sent a moment ago may need a second.',
  },
  TABLE_UNKNOWN: {
    title: 'There is no table "{{table}}"',
    message: 'Known tables: {{known}}.',
    fix: 'Choose one of them; tables appear with the first micro-batch.',
  },
  TABLE_VERSION_UNKNOWN: {
    title: 'Table {{table}} has no version {{version}}',
    message: 'Its versions go from {{earliest}} to {{latest}}.',
    fix: 'Choose one of them; "deltadesk history" lists them.',
  },
  TABLE_TIME_UNKNOWN: {
    title: 'Table {{table}} has no version of {{at}}',
    message: 'Its versions go from {{earliest}} ({{earliestAt}}) to {{latest}} ({{latestAt}}).',
    fix: 'Choose a time between these two; "deltadesk history" lists them.',
  },
  TABLE_UNREADABLE: {
    title: 'Table {{table}} cannot be read',
    message: '{{reason}}',
    fix: 'Restore the file that the message names, or read an older version.',
  },
  TABLE_FEATURE_UNSUPPORTED: {
    title: 'Table {{table}} uses a feature that is not read here',
    message: 'Feature: {{feature}}.',
    fix: 'Open it with a tool that has that feature, or rewrite it without.',
  },
  HISTORY_UNREADABLE: {
    title: "The app's history cannot be read",
    message: '{{file}}: {{reason}}',
    fix: 'Close other programs that have the file open, or start the app: it moves a damaged file aside.',
  },
  COLUMN_UNKNOWN: {
    title: 'Table {{table}} has no column "{{column}}"',
    message: 'Nearest columns: {{known}}.',
    fix: 'Choose one of its columns.',
  },
  FILTER_INVALID: {
    title: 'The filter on {{column}} cannot be used',
    message: '{{reason}}',
    fix: 'Change the operator or the value.',
  },
  SAVED_QUERY_UNKNOWN: {
    title: 'There is no saved query "{{query}}"',
    message: 'Saved queries: {{known}}.',
    fix: 'Choose one of them.',
  },
  SAVED_QUERY_EXISTS: {
    title: 'A saved query "{{query}}" is there already',
    message: 'Names that differ only in capitals count as the same.',
    fix: 'Choose another name, or replace it.',
  },
  QUERY_UNKNOWN: {
    title: 'There is no query "{{query}}"',
    message: 'Known queries: {{known}}.',
    fix: 'Choose one of them.',
  },
  SQL_INVALID: {
    title: 'The SQL cannot be run',
    message: '{{reason}}',
    fix: 'Correct the statement; tables are named <layer>.<table>.',
  },
  SQL_NOT_READ_ONLY: {
    title: 'Only reading is allowed',
    message: '{{reason}}',
    fix: 'Use one SELECT or EXPLAIN statement over the tables.',
  },
  SQL_TIMEOUT: {
    title: 'The query took too long',
    message: 'It was ended after {{timeoutMs}} ms.',
    fix: 'Read fewer rows, or aggregate first.',
  },
  LEDGER_BROKEN: {
    title: 'The ledger does not close',
    message: '{{finding}}',
    fix: 'Keep the data folder as it is and compare the offsets that the message names.',
  },
  REQUEST_UNKNOWN: {
    title: 'Unknown request "{{name}}"',
    message: 'The window and the control center are of different versions.',
    fix: 'Close the window and start Deltadesk again.',
  },
  REQUEST_INVALID: {
    title: 'The request is not valid',
    message: '{{name}}: {{reason}}',
    fix: 'Correct the value that the message names.',
  },
  REQUEST_CANCELLED: {
    title: 'Cancelled',
    message: '{{request}} was cancelled.',
    fix: 'Start it again when you want it.',
  },
  PIPELINE_NOT_RUNNING: {
    title: 'The pipeline is not running',
    message: 'This needs the Kafka broker.',
    fix: 'Press Start, or run "deltadesk start".',
  },
  CONTROL_NOT_RUNNING: {
    title: 'Deltadesk is not running',
    message: 'No instance runs on {{folder}}.',
    fix: 'Run "deltadesk start" first.',
  },
  CONTROL_UNREACHABLE: {
    title: 'Deltadesk does not answer',
    message: '{{address}}: {{reason}}',
    fix: 'Try again; if it stays so, end its process and start it again.',
  },
  SETTING_UNKNOWN: {
    title: 'There is no setting {{setting}}',
    message: 'The nearest are: {{known}}.',
    fix: 'Take one of them; "deltadesk settings" lists all.',
  },
  SETTINGS_FILE_INVALID: {
    title: 'The settings file cannot be read',
    message: '{{file}}: {{reason}}',
    fix: 'Correct the file, or move it away to begin with the defaults. It was not changed.',
  },
  SETTING_INVALID: {
    title: 'The setting {{setting}} is not valid',
    message: '{{reason}}',
    fix: 'Correct the value; "deltadesk --help" lists what is allowed.',
  },
  BENCH_FOLDER_NOT_EMPTY: {
    title: 'The folder for the measurement is not empty',
    message: '{{folder}} holds files; a measurement needs a new folder and removes it afterwards.',
    fix: 'Name another one with --folder, or remove that one.',
  },
  INTERNAL: {
    title: 'An unexpected error occurred',
    message: '{{reason}}',
    fix: 'Try again; the app log has the details.',
  },
} as const satisfies FailureTexts;
