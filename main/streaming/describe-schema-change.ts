import { sayEvent } from '../contract/event-sentences';
import type { Said } from '../contract/said';
import type { ProgressLine } from '../contract/streaming';

type SchemaChangeLine = Extract<ProgressLine, { kind: 'schemaChange' }>;

/** What a person must know of events that changed their form, in one sentence and its consequence. */
export function describeSchemaChange(line: SchemaChangeLine): Said {
  const { change, pack, field, partition, offset } = line;
  return sayEvent(change === 'new' ? 'newField' : 'goneField', { pack, field, partition, offset });
}
