import type {
  AddFile,
  CommitNote,
  DeltaColumn,
  RemoveFile,
  TableActions,
  TableMetadata,
  TableProtocol,
  TableTransaction,
} from './delta-actions';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const numberOrNull = (value: unknown) => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

/**
 * The actions of a commit file's text, one JSON object a line (Delta protocol, "Actions"). Actions
 * that a reader may ignore are left out. Throws when a line is not JSON: the file is torn.
 */
export function parseCommit(text: string): TableActions {
  return collectActions(
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown),
  );
}

/** The same from rows of a log checkpoint, where absent actions are null instead of missing. */
export function collectActions(rows: readonly unknown[]): TableActions {
  const added: AddFile[] = [];
  const removed: RemoveFile[] = [];
  const sidecars: string[] = [];
  const transactions: TableTransaction[] = [];
  let metadata: TableMetadata | null = null;
  let protocol: TableProtocol | null = null;
  let note: CommitNote = { timestampMs: null, operation: null, writer: null, operationMetrics: {} };
  for (const row of rows) {
    if (!isObject(row)) throw new SyntaxError('An action is not a JSON object.');
    if (isObject(row['add'])) added.push(toAddFile(row['add']));
    if (isObject(row['remove'])) removed.push(toRemoveFile(row['remove']));
    if (isObject(row['sidecar'])) sidecars.push(String(row['sidecar']['path']));
    if (isObject(row['metaData'])) metadata = toMetadata(row['metaData']);
    if (isObject(row['protocol'])) protocol = toProtocol(row['protocol']);
    if (isObject(row['txn'])) {
      const { appId, version } = row['txn'];
      transactions.push({ appId: String(appId), version: Number(version) });
    }
    if (isObject(row['commitInfo'])) note = toNote(row['commitInfo']);
  }
  return { added, removed, sidecars, transactions, metadata, protocol, note };
}

function toAddFile(add: Json): AddFile {
  return {
    path: String(add['path']),
    partitionValues: (isObject(add['partitionValues'])
      ? add['partitionValues']
      : {}) as AddFile['partitionValues'],
    sizeBytes: Number(add['size']),
    rows: toRowCount(add),
    stats: textOrNull(add['stats']),
    dataChange: add['dataChange'] !== false,
    hasDeletionVector: isObject(add['deletionVector']),
  };
}

function toRemoveFile(remove: Json): RemoveFile {
  return {
    path: String(remove['path']),
    rows: toRowCount(remove),
    dataChange: remove['dataChange'] !== false,
  };
}

/** What nearly every writer begins its statistics with: spares reading them whole for the count. */
const leadingCount = /^\{"numRecords":(\d+)[,}]/;

/**
 * Statistics are JSON text inside JSON, and optional: a file without them is still a good file. A log
 * checkpoint may hold them as a struct instead.
 */
function toRowCount({ stats, stats_parsed: parsed }: Json): number | null {
  if (typeof stats !== 'string')
    return isObject(parsed) ? numberOrNull(parsed['numRecords']) : null;
  const leading = leadingCount.exec(stats)?.[1];
  if (leading !== undefined) return Number(leading);
  try {
    return numberOrNull((JSON.parse(stats) as Json)['numRecords']);
  } catch {
    return null;
  }
}

function toMetadata(metaData: Json): TableMetadata {
  const schema = JSON.parse(String(metaData['schemaString'])) as {
    fields: (DeltaColumn & { metadata?: { comment?: unknown } })[];
  };
  const format = isObject(metaData['format']) ? textOrNull(metaData['format']['provider']) : null;
  return {
    columns: schema.fields.map(({ name, type, metadata }) => {
      const comment = metadata?.comment;
      return typeof comment === 'string' ? { name, type, comment } : { name, type };
    }),
    partitionColumns: (metaData['partitionColumns'] ?? []) as string[],
    format: format ?? 'parquet',
    configuration: (metaData['configuration'] ?? {}) as Record<string, string>,
  };
}

function toProtocol(protocol: Json): TableProtocol {
  return {
    minReaderVersion: Number(protocol['minReaderVersion']),
    minWriterVersion: Number(protocol['minWriterVersion']),
    readerFeatures: (protocol['readerFeatures'] ?? []) as string[],
  };
}

function toNote(commitInfo: Json): CommitNote {
  const metrics = isObject(commitInfo['operationMetrics']) ? commitInfo['operationMetrics'] : {};
  return {
    timestampMs:
      numberOrNull(commitInfo['inCommitTimestamp']) ?? numberOrNull(commitInfo['timestamp']),
    operation: textOrNull(commitInfo['operation']),
    writer: textOrNull(commitInfo['engineInfo']),
    operationMetrics: Object.fromEntries(
      Object.entries(metrics).map(([name, value]) => [name, toText(value)]),
    ),
  };
}

const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
