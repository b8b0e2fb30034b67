import { join } from 'node:path';
import type { ExportCounts, ExportDone, ExportPresets, ExportRequest } from '../contract/export';
import type { ExportDrifts, ExportVersionDone } from '../contract/export';
import type { CopyRequest, CopyText } from '../contract/export-copy';
import { failed } from '../contract/failure';
import type { TableView } from '../contract/records';
import { copyText } from './copy-text';
import { countPresets } from './count-presets';
import type { PackParameters } from '../contract/pack-parameters';
import { readPresets, findPreset, type ExportPreset } from './export-preset';
import type { DescribeSql } from './contract-drift';
import { withPinnedSource } from './export-session';
import { withoutParameters } from './fill-parameters';
import { writeNextVersion } from './next-version';
import { planPreset, type PlannedDataset } from './plan-datasets';
import { planView, type View } from './plan-view';
import { readDrifts } from './read-drifts';
import { runExport, type ExportControl, type ExportPlace } from './run-export';
import { prepareTarget, whyNoFileName } from './target-folder';

export interface ExporterOptions extends ExportPlace {
  readonly packFolder: string;
  readonly parameters: PackParameters;
  readonly dataFolder: string;
  /** The rows of a grid as SQL; fails like a page of them. */
  readonly describeTable: (view: TableView) => Promise<View>;
}

/** One export as the history keeps it: its request and what came of it. */
export interface ExportRecord {
  readonly request: ExportRequest;
  readonly startedAtMs: number;
  readonly outcome: { kind: 'done'; done: ExportDone } | { kind: 'failed'; error: unknown };
}

/**
 * Exports of a pack: presets, the Power BI pack, and any SELECT (`../../spec/export.md`). Works from
 * the tables alone. One export per target at a time, the others wait for it.
 */
export class Exporter {
  private readonly turnByFolder = new Map<string, Promise<unknown>>();
  /** Told of every export that ended, however it did. */
  onFinished: (record: ExportRecord) => void = () => undefined;

  constructor(private readonly options: ExporterOptions) {}

  async listPresets(): Promise<ExportPresets> {
    const presets = await this.readVersions();
    return {
      presets: presets.map(({ name, title, titleFr, version, files }) => ({
        preset: name,
        title,
        titleFr,
        version,
        files: files.map((file) => ({
          name: file.name,
          columns: file.columns.map((column) => ({ name: column.name, kind: column.type.kind })),
          filters: (file.query.filtered ?? file.query).parameters.map((one) => one.name),
        })),
      })),
    };
  }

  /** The rows of every preset now; fails like a query over the tables. */
  async countRows(): Promise<ExportCounts> {
    return countPresets(this.options.tables, await this.readVersions());
  }

  /** Fails with a code of export.md section 7, or like a query over the tables. */
  async run(request: ExportRequest, control: ExportControl = {}): Promise<ExportDone> {
    const startedAtMs = Date.now();
    try {
      const done = await this.runInTurn(request, control);
      this.onFinished({ request, startedAtMs, outcome: { kind: 'done', done } });
      return done;
    } catch (error) {
      this.onFinished({ request, startedAtMs, outcome: { kind: 'failed', error } });
      throw error;
    }
  }

  private async runInTurn(request: ExportRequest, control: ExportControl): Promise<ExportDone> {
    const { createFolder: create } = request;
    const { dataFolder } = this.options;
    const planned = await this.plan(request);
    const folder =
      control.ownFolder ?? (await prepareTarget(request.folder, { dataFolder, create }));
    const turn = (this.turnByFolder.get(folder) ?? Promise.resolve()).then(() =>
      runExport(this.options, request, planned, folder, control),
    );
    const ended = turn.catch(() => undefined);
    this.turnByFolder.set(folder, ended);
    try {
      return await turn;
    } finally {
      if (this.turnByFolder.get(folder) === ended) this.turnByFolder.delete(folder);
    }
  }

  /** The first rows of one file as text; fails like `run`. */
  async copy(request: CopyRequest, signal?: AbortSignal): Promise<CopyText> {
    const planned = await this.planFiles(request);
    const [only] = planned;
    if (request.subject.kind !== 'powerBi' && planned.length === 1 && only !== undefined)
      return copyText(this.options.tables, only, request, signal);
    const reason = 'only what is one file can be copied as text';
    throw failed('REQUEST_INVALID', { name: 'subject', reason });
  }

  /** Creates the next contract version of a preset; fails like `writeNextVersion`. */
  async createVersion(name: string): Promise<ExportVersionDone> {
    const presets = await this.readVersions();
    const versions = presets.filter((preset) => preset.name === name);
    const newest = versions.at(-1) ?? findPreset(presets, name);
    const { lake } = this.options.tables;
    const read = (table: string) => lake.snapshot(table);
    return writeNextVersion(newest, read, this.describe, this.folderOfVersion);
  }

  /** The presets whose table has moved away from the newest version of their contract. */
  async readDrifts(): Promise<ExportDrifts> {
    const newest = new Map((await this.readVersions()).map((preset) => [preset.name, preset]));
    return readDrifts([...newest.values()], this.options.tables.lake, this.describe);
  }

  /** The columns of a preset's statement as they are now. */
  private readonly describe: DescribeSql = (sql) => {
    const { tables } = this.options;
    const open = { sql: withoutParameters(sql), atVersions: new Map() };
    return withPinnedSource(tables, open, tables.spillFolder, undefined, async ({ columns }) => [
      ...columns,
    ]);
  };

  /** Every version of every preset, those that are shipped first. */
  private async readVersions(): Promise<ExportPreset[]> {
    const { packFolder, parameters } = this.options;
    const versions = [...(await readPresets(join(packFolder, 'exports'), parameters)).values()];
    for (let version = 2; ; version += 1) {
      const more = await readPresets(this.folderOfVersion(version), parameters);
      if (more.size === 0) return versions;
      versions.push(...more.values());
    }
  }

  /** A person's own versions lie in the data folder, each in a folder like the shipped one. */
  private readonly folderOfVersion = (version: number) =>
    join(this.options.dataFolder, 'exports', this.options.pack, `v${version}`);

  /** What is to be written, with everything refused that can be without reading a row. */
  private async plan({ neutralise, dialect, timeInName, ...asked }: ExportRequest) {
    if (asked.subject.kind === 'powerBi' && (neutralise || dialect !== 'powerbi' || timeInName)) {
      const reason = 'the Power BI pack has one form: no other dialect, apostrophes or names';
      throw failed('REQUEST_INVALID', { name: 'powerBi', reason });
    }
    const planned = await this.planFiles(asked);
    const { fileName, folder, formats } = asked;
    if (fileName === null) return planned;
    const isOne = asked.subject.kind !== 'powerBi' && planned.length === 1 && formats !== 'both';
    const reason = isOne ? whyNoFileName(fileName) : 'a name is for an export of one file';
    if (reason === null) return planned;
    throw failed('EXPORT_PATH_INVALID', { folder: join(folder, fileName), reason });
  }

  private async planFiles({
    subject,
    filters,
    contractVersion,
  }: Pick<ExportRequest, 'subject' | 'filters' | 'contractVersion'>): Promise<PlannedDataset[]> {
    if (subject.kind === 'table') return [planView(await this.options.describeTable(subject))];
    if (subject.kind === 'view') {
      const atVersions = new Map(Object.entries(subject.atVersions ?? {}));
      return [planView({ ...subject, atVersions })];
    }
    const presets = await this.readVersions();
    if (subject.kind === 'preset') {
      return planPreset(findPreset(presets, subject.preset, contractVersion), filters);
    }
    const upTo = contractVersion ?? 1;
    const newest = new Map(
      presets.filter(({ version }) => version <= upTo).map((preset) => [preset.name, preset]),
    );
    return [...newest.values()].flatMap((preset) => planPreset(preset, filters, false));
  }
}
