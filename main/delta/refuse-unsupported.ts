import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TableMetadata, TableProtocol } from './delta-actions';

/**
 * Reader features (Delta protocol, "Table Features") under which a table reads as it does here:
 * types that are known, another form of log checkpoint, a rule for those who vacuum, and two that
 * only say what may occur, while the table itself tells whether it does. Not widened types: DuckDB
 * compares a filter's value in the narrower type of an older file (12:00 becomes a day and matches).
 */
const readable = new Set([
  'timestampNtz',
  'v2Checkpoint',
  'vacuumProtocolCheck',
  'deletionVectors',
  'columnMapping',
]);

/**
 * Reading goes on only for what is implemented: Parquet, and the features above. What is not
 * understood could mean rows that are deleted or columns that are renamed, so it is refused with
 * `TABLE_FEATURE_UNSUPPORTED`, never guessed.
 */
export function refuseUnsupported(
  table: TableName,
  { minReaderVersion, readerFeatures }: TableProtocol,
  { configuration, format }: TableMetadata,
  hasDeletionVectors: boolean,
): void {
  const columnMapping = configuration['delta.columnMapping.mode'] ?? 'none';
  const features = [
    ...(hasDeletionVectors ? ['deletionVectors'] : []),
    ...(columnMapping === 'none' ? [] : ['columnMapping']),
    ...readerFeatures.filter((feature) => !readable.has(feature)),
    ...(format === 'parquet' ? [] : [`format ${format}`]),
    // Version 2 is column mapping alone, version 3 the list of features.
    ...(minReaderVersion <= 3 ? [] : [`reader version ${minReaderVersion}`]),
  ];
  if (features.length > 0) {
    throw failed('TABLE_FEATURE_UNSUPPORTED', { table, feature: features.join(', ') });
  }
}
