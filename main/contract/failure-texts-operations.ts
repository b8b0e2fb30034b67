import type { FailureTexts } from './failure-text';

/** Texts of failures of starts, restarts, resets and moves. */
export const operationsFailureTexts = {
  PIPELINE_BUSY: (fact) => ({
    title: 'The pipeline is busy',
    message: `${fact('operation')} is under way.`,
    fix: 'Wait until it is done, or press Stop; then try again.',
  }),
  PIPELINE_RUNNING: (fact) => ({
    title: 'The pipeline must be stopped first',
    message: `${fact('operation')} changes files that the broker and the streaming job use.`,
    fix: 'Press Stop, run "deltadesk stop", or add --stop.',
  }),
  DISK_TOO_FULL: (fact) => ({
    title: 'The disk is too full to start',
    message: `${fact('folder')} has ${fact('freeMb')} MB free; ${fact('neededMb')} MB are needed.`,
    fix: 'Free disk space, or move the data folder with "deltadesk move --to FOLDER".',
  }),
  RESET_NOT_CONFIRMED: (fact) => ({
    title: 'Nothing was deleted',
    message: `"${fact('level')}" deletes data and was not confirmed.`,
    fix: `Type the word ${fact('level')}, or add --yes where nobody can type.`,
  }),
  FOLDER_NOT_REMOVED: (fact) => ({
    title: 'A folder could not be removed',
    message: `${fact('folder')}: ${fact('reason')}`,
    fix: 'Close programs that have files of it open and check its rights; it is tried again at the next start.',
  }),
  MOVE_TARGET_UNFIT: (fact) => ({
    title: 'The data folder cannot be moved there',
    message: `${fact('folder')}: ${fact('reason')}`,
    fix: 'Name a new or an empty folder that is not inside the data folder.',
  }),
  MOVE_NO_SPACE: (fact) => ({
    title: 'There is not enough room for the data folder',
    message: `${fact('folder')} has ${fact('freeMb')} MB free; ${fact('neededMb')} MB are needed.`,
    fix: 'Free disk space or name a folder on another disk.',
  }),
  MOVE_NOT_VERIFIED: (fact) => ({
    title: 'The copy does not match the data folder',
    message: `${fact('reason')} The data folder is as it was.`,
    fix: 'Remove the copy, check the disk, and move again.',
  }),
  MOVE_SOURCE_CHANGED: (fact) => ({
    title: 'The old data folder was used after the move',
    message: `${fact('folder')} is not what was copied to ${fact('copy')}, so it was not removed.`,
    fix: 'Decide which of the two you want to keep, and remove the other yourself.',
  }),
  REPLAY_FILE_UNREADABLE: (fact) => ({
    title: 'The file cannot be replayed',
    message: `${fact('file')}: ${fact('reason')}`,
    fix: 'Name a CSV or JSON-lines file (.csv, .jsonl, .ndjson or .json, also with .gz).',
  }),
  REPLAY_COLUMNS_MISSING: (fact) => ({
    title: 'Required columns are missing, nothing was sent',
    message: `${fact('file')} has no column ${fact('columns')}.`,
    fix: 'Name the columns in the first line as the fields of the stream pack are named.',
  }),
  REPLAY_WINDOWS_CLOSED: (fact) => ({
    title: 'Windows of these events are closed already, nothing was sent',
    message: `${fact('events')} events are older than the watermark: they would be stored, but not counted in the windows.`,
    fix: 'Replay into a data folder of its own (--data-folder FOLDER), or add --yes to send them all the same.',
  }),
} satisfies FailureTexts;
