import type { FailureTexts } from './failure-text';

/** Texts of failures of exports (export.md section 7). */
export const exportFailureTexts = {
  EXPORT_PRESET_UNKNOWN: (fact) => ({
    title: `There is no export "${fact('preset')}"`,
    message: `Known exports: ${fact('known')}.`,
    fix: 'Choose one of them.',
  }),
  EXPORT_VERSION_IMPOSSIBLE: (fact) => ({
    title: `There is no next version of ${fact('preset')} to create`,
    message: `${fact('reason')}`,
    fix: 'Export what you need as a SELECT of your own (the current view).',
  }),
  EXPORT_CONTRACT_BROKEN: (fact) => ({
    title: `The table no longer fits the export ${fact('preset')}`,
    message: `Column ${fact('column')} was ${fact('oldType')} and is ${fact('newType')}. The earlier file stays as it is.`,
    fix: 'Restore the column, or export the table under a new contract version.',
  }),
  EXPORT_CANCELLED: (fact) => ({
    title: 'Export cancelled',
    message: `Cancelled after ${fact('rows')} rows. The earlier file stays as it is.`,
    fix: 'Start it again when you want it.',
  }),
  EXPORT_CHECK_FAILED: (fact) => ({
    title: 'Export failed its self-check',
    message: `${fact('reason')} The earlier file stays as it is; the new one is kept as ${fact('kept')}.`,
    fix: 'Export again; if it stays so, report the reason with the kept file.',
  }),
  EXPORT_PATH_MISSING: (fact) => ({
    title: 'The folder does not exist',
    message: `${fact('folder')} is not there.`,
    fix: 'Let it be created (--create), or choose another.',
  }),
  EXPORT_PATH_DENIED: (fact) => ({
    title: 'Nothing can be written there',
    message: `${fact('folder')}: ${fact('reason')}.`,
    fix: 'Choose another folder.',
  }),
  EXPORT_PATH_INVALID: (fact) => ({
    title: 'The path cannot be used',
    message: `${fact('folder')}: ${fact('reason')}.`,
    fix: 'Choose another folder.',
  }),
  EXPORT_PATH_INSIDE_DATA: (fact) => ({
    title: 'The folder is inside the data folder',
    message: `${fact('folder')}: exports must not mix with tables.`,
    fix: 'Choose a folder outside of it.',
  }),
  EXPORT_PATH_UNREACHABLE: (fact) => ({
    title: 'The folder cannot be reached any more',
    message: `${fact('folder')}: ${fact('reason')}. The earlier file stays as it is.`,
    fix: 'Connect the share again and repeat the export.',
  }),
  EXPORT_NO_SPACE: (fact) => ({
    title: 'Not enough space for the export',
    message:
      fact('writtenBytes') === '—'
        ? `About ${fact('neededBytes')} bytes are needed, ${fact('freeBytes')} are free in ${fact('folder')}.`
        : `The disk was full after ${fact('writtenBytes')} bytes; ${fact('freeBytes')} are free in ${fact('folder')}. The earlier file stays as it is.`,
    fix: 'Make room, or choose another folder.',
  }),
} satisfies FailureTexts;
