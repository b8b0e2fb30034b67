import type { ExportDone, ExportPresets, ExportRequest } from '../contract/export';
import { failed } from '../contract/failure';
import type { PackParameters } from '../contract/pack-parameters';
import { readPresets, findPreset } from './export-preset';
import { planPreset, planView, type PlannedDataset } from './plan-datasets';
import { runExport, type ExportControl, type ExportPlace } from './run-export';
import { prepareTarget } from './target-folder';

export interface ExporterOptions extends ExportPlace {
  readonly packFolder: string;
  readonly parameters: PackParameters;
  readonly dataFolder: string;
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
    const presets = [
      ...(await readPresets(this.options.packFolder, this.options.parameters)).values(),
    ];
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
    const folder = await prepareTarget(request.folder, { dataFolder, create });
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

  /** What is to be written, with everything refused that can be without reading a row. */
  private async plan({ subject, filters, ...form }: ExportRequest): Promise<PlannedDataset[]> {
    if (subject.kind === 'view') return [planView(subject)];
    const presets = await readPresets(this.options.packFolder, this.options.parameters);
    if (subject.kind === 'preset') return planPreset(findPreset(presets, subject.preset), filters);
    if (form.neutralise || form.dialect !== 'powerbi' || form.timeInName) {
      const reason = 'the Power BI pack has one form: no other dialect, apostrophes or names';
      throw failed('REQUEST_INVALID', { name: 'powerBi', reason });
    }
    return [...presets.values()].flatMap((preset) => planPreset(preset, filters, false));
  }
}
