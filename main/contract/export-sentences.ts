import { speaker } from './said';

/** What a finished export has to say, in English. */
export const exportSentences = {
  empty: '{{path}} has 0 rows.',
  large:
    '{{path}} is large: Parquet loads faster, and spreadsheet programs stop at 1 048 576 rows.',
  newColumn:
    '1 new column is not part of contract v{{version}} of {{name}}: {{columns}}. v{{version}} goes on unchanged; the next version can be created beside it.',
  newColumns:
    '{{count}} new columns are not part of contract v{{version}} of {{name}}: {{columns}}. v{{version}} goes on unchanged; the next version can be created beside it.',
  heldOpen: '{{path}} is held open; the new file is {{kept}}.',
  synchronised:
    '{{folder}} is synchronised with a cloud drive, which may lock files while it copies them.',
  unpack:
    'The queries read {{folder}}: unpack the file there, or change the path in them and in the .pbids file.',
  leftOut: '{{name}} was left out. {{title}}. {{message}}',
} as const;

/** A notice of an export: `sayExport('empty', { path })`. */
export const sayExport = speaker(exportSentences);
