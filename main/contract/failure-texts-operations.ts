import type { FailureTexts } from './failure-text';

/** Texts of failures of starts, restarts, resets and moves. */
export const operationsFailureTexts = {
  PIPELINE_BUSY: {
    title: 'The pipeline is busy',
    message: '{{operation}} is under way.',
    fix: 'Wait until it is done, or press Stop; then try again.',
  },
  PIPELINE_RUNNING: {
    title: 'The pipeline must be stopped first',
    message: '{{operation}} changes files that the broker and the streaming job use.',
    fix: 'Press Stop, run "deltadesk stop", or add --stop.',
  },
  DISK_TOO_FULL: {
    title: 'The disk is too full to start',
    message: '{{folder}} has {{freeMb}} MB free; {{neededMb}} MB are needed.',
    fix: 'Free disk space, or move the data folder with "deltadesk move --to FOLDER".',
  },
  SAMPLE_MISSING: {
    title: 'The sample data is not in place',
    message: 'No sample lakehouse in {{folder}}.',
    fix: 'Run "npm run setup", or start the pipeline to see data of your own.',
  },
  SAMPLE_NOT_WHILE_RUNNING: {
    title: 'The pipeline runs on your own data',
    message: 'The sample data is shown instead of the tables of the data folder.',
    fix: 'Press Stop; then open the sample data.',
  },
  SAMPLE_READ_ONLY: {
    title: 'The sample data is read-only',
    message: '{{operation}} would change files of the sample.',
    fix: 'Leave the sample data; then try again.',
  },
  UPKEEP_JOB_NOT_RUNNING: {
    title: 'The streaming job must run',
    message:
      '{{operation}} of {{table}} is done by the streaming job, the only writer of the tables.',
    fix: 'Press Start, or run "deltadesk start"; then try again.',
  },
  UPKEEP_FAILED: {
    title: '{{operation}} of {{table}} was not done',
    message: '{{reason}}',
    fix: 'No row was changed. Try again; the log of the streaming job tells more.',
  },
  VACUUM_NOT_CONFIRMED: {
    title: 'Nothing was deleted',
    message:
      'The vacuum of {{table}} with a retention of {{hours}} hours was not confirmed; below 168 a version that a reader has open can vanish.',
    fix: 'Type the word vacuum, or add --yes where nobody can type.',
  },
  RESET_NOT_CONFIRMED: {
    title: 'Nothing was deleted',
    message: '"{{level}}" deletes data and was not confirmed.',
    fix: 'Type the word {{level}}, or add --yes where nobody can type.',
  },
  FOLDER_NOT_REMOVED: {
    title: 'A folder could not be removed',
    message: '{{folder}}: {{reason}}',
    fix: 'Close programs that have files of it open and check its rights; it is tried again at the next start.',
  },
  MOVE_TARGET_UNFIT: {
    title: 'The data folder cannot be moved there',
    message: '{{folder}}: {{reason}}',
    fix: 'Name a new or an empty folder that is not inside the data folder.',
  },
  MOVE_NO_SPACE: {
    title: 'There is not enough room for the data folder',
    message: '{{folder}} has {{freeMb}} MB free; {{neededMb}} MB are needed.',
    fix: 'Free disk space or name a folder on another disk.',
  },
  MOVE_NOT_VERIFIED: {
    title: 'The copy does not match the data folder',
    message: '{{reason}} The data folder is as it was.',
    fix: 'Remove the copy, check the disk, and move again.',
  },
  MOVE_SOURCE_CHANGED: {
    title: 'The old data folder was used after the move',
    message: '{{folder}} is not what was copied to {{copy}}, so it was not removed.',
    fix: 'Decide which of the two you want to keep, and remove the other yourself.',
  },
  REPLAY_FILE_UNREADABLE: {
    title: 'The file cannot be replayed',
    message: '{{file}}: {{reason}}',
    fix: 'Name a CSV or JSON-lines file (.csv, .jsonl, .ndjson or .json, also with .gz).',
  },
  REPLAY_COLUMNS_MISSING: {
    title: 'Required columns are missing, nothing was sent',
    message: '{{file}} has no column {{columns}}.',
    fix: 'Name the columns in the first line as the fields of the stream pack are named.',
  },
  REPLAY_WINDOWS_CLOSED: {
    title: 'Windows of these events are closed already, nothing was sent',
    message:
      '{{events}} events are older than the watermark: they would be stored, but not counted in the windows.',
    fix: 'Replay into a data folder of its own (--data-folder FOLDER), or add --yes to send them all the same.',
  },
} as const satisfies FailureTexts;
