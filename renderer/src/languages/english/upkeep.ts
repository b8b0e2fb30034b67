/** Texts of what looks after the files of a table, in English. */
export const upkeep = {
  upkeep: {
    label: 'Upkeep of the files',
    compact: 'Compact',
    compacting: 'Putting small files together…',
    compacted_one:
      '{{figure}} file became {{after}} ({{bytesBefore}} → {{bytesAfter}}), version {{version}}, in {{took}}. No batch waited longer than {{wait}}.',
    compacted_other:
      '{{figure}} files became {{after}} ({{bytesBefore}} → {{bytesAfter}}), version {{version}}, in {{took}}. No batch waited longer than {{wait}}.',
    nothingToCompact_one: 'Nothing to put together: {{figure}} file.',
    nothingToCompact_other: 'Nothing to put together: {{figure}} files.',
    vacuum: 'Vacuum…',
    vacuumOf: 'Vacuum {{table}}',
    warning:
      'Deletes the data files that no version of the time below needs. Older versions can then no longer be read, compared or gone back to. This cannot be undone.',
    keep: 'Keep every version of the last',
    hours_one: '{{figure}} hour',
    hours_other: '{{figure}} hours',
    hoursAndDays: '{{days}} days ({{figure}} hours)',
    usual: '{{hours}}, as set or usual',
    unsafe:
      'Below 168 hours, files can vanish that an open reader still needs, such as a Power BI refresh.',
    type: 'Type {{word}} to confirm',
    looking: 'Looking for files that are not needed…',
    none: 'No file can be deleted: the versions of this time need all of them.',
    found_one: '{{figure}} file, {{size}}, would be deleted.',
    found_other: '{{figure}} files, {{size}}, would be deleted.',
    keptFrom: 'Version {{version}} and later stay readable.',
    delete: 'Delete files',
    deleting: 'Deleting…',
    deleted_one: '{{figure}} file deleted, {{size}}.',
    deleted_other: '{{figure}} files deleted, {{size}}.',
    needsJob: 'Compact and Vacuum need the streaming job, the only writer of the tables.',
    ofSample: 'The sample data is read-only.',
    inPalette: 'Compact or vacuum {{table}}',
  },
};
