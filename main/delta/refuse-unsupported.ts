import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { TableMetadata, TableProtocol } from './delta-actions';

/**
 * Reading goes on only for what is implemented: reader version 1, Parquet, no reader feature. What
 * is not understood could mean rows that are deleted or columns that are renamed, so it is refused
 * with `TABLE_FEATURE_UNSUPPORTED`, never guessed.
 */
export function refuseUnsupported(
  table: TableName,
  protocol: TableProtocol,
  metadata: TableMetadata,
  hasDeletionVectors: boolean,
): void {
  const columnMapping = metadata.configuration['delta.columnMapping.mode'] ?? 'none';
  const features = [
    ...protocol.readerFeatures,
    ...(hasDeletionVectors ? ['deletionVectors'] : []),
    ...(columnMapping === 'none' ? [] : ['columnMapping']),
    ...(metadata.format === 'parquet' ? [] : [`format ${metadata.format}`]),
  ];
  if (features.length === 0 && protocol.minReaderVersion > 1) {
    features.push(`reader version ${protocol.minReaderVersion}`);
  }
  if (features.length > 0) {
    const feature = [...new Set(features)].join(', ');
    throw failed('TABLE_FEATURE_UNSUPPORTED', { table, feature });
  }
}
