import { stat } from 'node:fs/promises';
import type { AggregatesReport, LedgerReport } from '../../contract/ledger';
import { sqlRequest, type QueryResult } from '../../contract/query';
import { failed } from '../../contract/failure';
import { chosenThresholds } from '../../contract/quality';
import { shippedFolders } from '../../settings/installation';
import { withChosen } from '../../settings/load-chosen-packs';
import { loadPack } from '../../settings/load-pack';
import { openSettings } from '../../settings/open-settings';
import { readParametersInUse } from '../../settings/parameters-in-use';
import { dataPaths } from '../../settings/paths';
import { TableReading } from '../../reading/table-reading';
import { formatInteger, formatTable } from '../texts/format';
import { statusBlock } from '../texts/status-text';
import { connectIfRunning, unwrap } from '../with-control';

/** An answer in both forms: one JSON object, and text for people. */
export interface Answer<T> {
  readonly json: T;
  readonly text: string;
}

/**
 * Reads the tables straight from disk: for when no instance runs. A folder that is not there has none;
 * one that is a file fails with `DATA_FOLDER_NOT_A_FOLDER`.
 */
export async function withTables<T>(
  dataFolder: string,
  packName: string,
  use: (reading: TableReading) => Promise<T>,
): Promise<T> {
  const { resourcesFolder } = shippedFolders();
  const paths = dataPaths(dataFolder);
  const isFolder = (await stat(dataFolder).catch(() => null))?.isDirectory() ?? true;
  if (!isFolder) throw failed('DATA_FOLDER_NOT_A_FOLDER', { folder: dataFolder });
  // A setting that was changed since is not yet in the tables.
  const inUse = await readParametersInUse(paths, packName);
  const settings = await openSettings(resourcesFolder, dataFolder);
  const chosen = inUse ?? settings.numbersOf('analytics');
  const thresholds = chosenThresholds(settings.numbersOf('quality'));
  const loaded = loadPack(resourcesFolder, packName, chosen);
  const { pack, folder: packFolder } = withChosen(settings)(loaded);
  const reading = await TableReading.open({ paths, pack, packFolder, thresholds });
  try {
    return await use(reading);
  } finally {
    await reading.close();
  }
}

/** State of everything; without an instance, what the tables on disk say. */
export async function readStatus(options: {
  dataFolder: string;
  pack: string;
}): Promise<Answer<object>> {
  const client = await connectIfRunning(options.dataFolder);
  if (!client) {
    const tables = await withTables(options.dataFolder, options.pack, (reading) =>
      reading.summarise(),
    );
    const rows = tables.map(({ table, rows, tableVersion }) => [
      table,
      formatInteger(rows),
      String(tableVersion),
    ]);
    const list =
      rows.length === 0 ? 'No tables yet.' : formatTable(['table', 'rows', 'version'], rows);
    return {
      json: { running: false, dataFolder: options.dataFolder, tables },
      text: `Not running on ${options.dataFolder}.\n${list}`,
    };
  }
  try {
    const app = unwrap(await client.invoke('app.read', {}));
    const overview = unwrap(await client.invoke('overview.read', {}));
    const query = loadPack(shippedFolders().resourcesFolder, overview.pipeline.pack).pack.headline;
    const countries = await client.invoke('query.run', { name: query.countryQuery });
    const text = statusBlock(overview, countries.ok ? countries.value : null, Date.now());
    return { json: { running: true, app, ...overview }, text };
  } finally {
    client.close();
  }
}

/** The ledger; without a running broker its end offsets are not compared, and it says so. */
export async function verify(options: {
  dataFolder: string;
  pack: string;
}): Promise<Answer<LedgerReport>> {
  const client = await connectIfRunning(options.dataFolder);
  try {
    const report = client
      ? unwrap(await client.invoke('ledger.verify', { pack: options.pack }))
      : await withTables(options.dataFolder, options.pack, (reading) => reading.verify(null));
    return { json: report, text: ledgerText(report) };
  } finally {
    client?.close();
  }
}

/** Rule 4 alone, straight from the tables: they can be read while an instance writes them. */
export async function verifyAggregates(options: {
  dataFolder: string;
  pack: string;
}): Promise<Answer<AggregatesReport>> {
  const report = await withTables(options.dataFolder, options.pack, (reading) =>
    reading.verifyAggregates(),
  );
  return { json: report, text: aggregatesText(report) };
}

/** The report for people: one line an aggregate, its first finding below it. */
export function aggregatesText({ ok, aggregates }: AggregatesReport): string {
  const lines = aggregates.map(({ table, silverVersion, checked, passed, finding }) => {
    const version =
      silverVersion === null ? 'no Silver version' : `Silver version ${silverVersion}`;
    const line = `${passed ? '✓' : '✗'} ${table} (${formatInteger(checked)} rows, ${version})`;
    return finding === null ? line : `${line}\n     ${finding}`;
  });
  const verdict = ok
    ? 'Every aggregate equals its recompute from Silver.'
    : 'An aggregate differs from its recompute from Silver.';
  return [...lines, verdict].join('\n');
}

/** The report for people: one line a rule, its first finding below it. */
export function ledgerText(report: LedgerReport): string {
  const rules = report.rules.map(({ rule, question, passed, checked, finding }) => {
    const line = `${passed ? '✓' : '✗'} ${rule}. ${question} (${formatInteger(checked)} checked)`;
    return finding === null ? line : `${line}\n     ${finding}`;
  });
  const notes = [
    `${formatInteger(report.acknowledged)} acknowledged, ${formatInteger(report.pending)} not read yet, ${formatInteger(report.repeatedSends)} repeated sends`,
    ...(report.brokerChecked
      ? []
      : ['The broker does not run: its end offsets were not compared.']),
  ];
  const verdict = report.ok ? 'Ledger ok: nothing lost, nothing counted twice.' : 'Ledger broken.';
  return [...rules, ...notes, verdict].join('\n');
}

/** One SELECT over the tables, through the living instance or straight from disk. */
export async function runSql(options: {
  dataFolder: string;
  sql: string;
  limit?: number;
}): Promise<Answer<Omit<QueryResult, 'sql'>>> {
  const rowLimit = options.limit;
  const parsed = sqlRequest.safeParse({ sql: options.sql, ...(rowLimit ? { rowLimit } : {}) });
  if (!parsed.success) {
    throw failed('SQL_INVALID', { reason: 'The statement is empty or too long.' });
  }
  const client = await connectIfRunning(options.dataFolder);
  try {
    const result = client
      ? unwrap(await client.invoke('sql.run', parsed.data))
      : await withTables(options.dataFolder, 'sales', (reading) => reading.runSql(parsed.data));
    const rows = result.rows.map((row) => row.map((one) => (one === null ? '—' : String(one))));
    const header = result.columns.map((column) => column.name);
    const noun = rows.length === 1 ? 'row' : 'rows';
    const count = `${formatInteger(rows.length)} ${noun}${result.isTruncated ? ' (more were cut off)' : ''}`;
    return { json: result, text: `${formatTable(header, rows)}\n${count}` };
  } finally {
    client?.close();
  }
}
