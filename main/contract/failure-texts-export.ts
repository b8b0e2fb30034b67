import type { FailureTexts } from './failure-text';

/** Texts of failures of exports (export.md section 7). */
export const exportFailureTexts = {
  EXPORT_PRESET_UNKNOWN: {
    title: 'There is no export "{{preset}}"',
    message: 'Known exports: {{known}}.',
    fix: 'Choose one of them.',
  },
  EXPORT_VERSION_IMPOSSIBLE: {
    title: 'There is no next version of {{preset}} to create',
    message: '{{reason}}',
    fix: 'Export what you need as a SELECT of your own (the current view).',
  },
  EXPORT_CONTRACT_BROKEN: {
    title: 'The table no longer fits the export {{preset}}',
    message:
      'Column {{column}} was {{oldType}} and is {{newType}}. The earlier file stays as it is.',
    fix: 'Restore the column, or export the table under a new contract version.',
  },
  EXPORT_CANCELLED: {
    title: 'Export cancelled',
    message: 'Cancelled after {{rows}} rows. The earlier file stays as it is.',
    fix: 'Start it again when you want it.',
  },
  EXPORT_CHECK_FAILED: {
    title: 'Export failed its self-check',
    message: '{{reason}} The earlier file stays as it is; the new one is kept as {{kept}}.',
    fix: 'Export again; if it stays so, report the reason with the kept file.',
  },
  EXPORT_PATH_MISSING: {
    title: 'The folder does not exist',
    message: '{{folder}} is not there.',
    fix: 'Create it (export does with --create), or choose another.',
  },
  EXPORT_PATH_DENIED: {
    title: 'Nothing can be written there',
    message: '{{folder}}: {{reason}}.',
    fix: 'Choose another folder.',
  },
  EXPORT_PATH_INVALID: {
    title: 'The path cannot be used',
    message: '{{folder}}: {{reason}}.',
    fix: 'Choose another folder.',
  },
  EXPORT_PATH_INSIDE_DATA: {
    title: 'The folder is inside the data folder',
    message: '{{folder}}: exports must not mix with tables.',
    fix: 'Choose a folder outside of it.',
  },
  EXPORT_PATH_UNREACHABLE: {
    title: 'The folder cannot be reached any more',
    message: '{{folder}}: {{reason}}. The earlier file stays as it is.',
    fix: 'Connect the share again and repeat the export.',
  },
  EXPORT_NO_SPACE: {
    title: 'Not enough space for the export',
    message: 'About {{neededBytes}} bytes are needed, {{freeBytes}} are free in {{folder}}.',
    fix: 'Make room, or choose another folder.',
  },
  EXPORT_NO_SPACE_WRITTEN: {
    title: 'Not enough space for the export',
    message:
      'The disk was full after {{writtenBytes}} bytes; {{freeBytes}} are free in {{folder}}. The earlier file stays as it is.',
    fix: 'Make room, or choose another folder.',
  },
} as const satisfies FailureTexts;
