import type { ProgressLine } from '../contract/streaming';

type SchemaChangeLine = Extract<ProgressLine, { kind: 'schemaChange' }>;

/** What a person must know of events that changed their form, in one sentence and its consequence. */
export function describeSchemaChange(line: SchemaChangeLine): string {
  const place = `first at partition ${line.partition}, offset ${line.offset}`;
  return line.change === 'new'
    ? `Events of ${line.pack} have a new field "${line.field}" (${place}); it is kept in the original text alone until the pack names it`
    : `Events of ${line.pack} no longer have the optional field "${line.field}" (${place}); its columns are empty from there on`;
}
