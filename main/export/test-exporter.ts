import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportRequest, type ExportDone } from '../contract/export';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { Exporter, type ExporterOptions } from './exporter';
import type { ExportControl } from './run-export';

/** A preset's SQL file as text: its head from parts, then the SELECT. */
export function presetText(head: Record<string, string>, sql: string): string {
  const lines = Object.entries({ version: '1', ...head }).map(
    ([key, text]) => `-- ${key}: ${text}`,
  );
  return `${lines.join('\n')}\n${sql}\n`;
}

/** For tests: a lake written by hand, a pack with presets and a folder to export into. */
export class TestExporter {
  readonly packFolder: string;
  readonly target: string;
  readonly exporter: Exporter;
  private readonly place: string;

  private constructor(
    readonly lake: TestLake,
    options: Partial<ExporterOptions>,
  ) {
    this.place = mkdtempSync(join(tmpdir(), 'deltadesk-export-'));
    this.packFolder = join(this.place, 'pack');
    this.target = join(this.place, 'target');
    mkdirSync(join(this.packFolder, 'exports'), { recursive: true });
    mkdirSync(this.target);
    this.exporter = new Exporter({
      tables: {
        lake: new Lake(lake.folder),
        packViews: new Map(),
        extraTables: new Map(),
        spillFolder: join(lake.root, 'spill'),
      },
      pack: 'demo',
      packFolder: this.packFolder,
      parameters: {},
      dataFolder: lake.root,
      describeTable: () => Promise.reject(new Error('no grid here')),
      appVersion: '1.0.0',
      readFreeBytes: async () => null,
      ...options,
    });
  }

  static async open(options: Partial<ExporterOptions> = {}): Promise<TestExporter> {
    return new TestExporter(await TestLake.open(), options);
  }

  preset(name: string, head: Record<string, string>, sql: string): void {
    writeFileSync(join(this.packFolder, 'exports', `${name}.sql`), presetText(head, sql));
  }

  run(
    request: Omit<Parameters<typeof exportRequest.parse>[0] & object, 'folder'>,
    control: ExportControl = {},
  ): Promise<ExportDone> {
    const parsed = exportRequest.parse({ folder: this.target, ...request });
    return this.exporter.run(parsed, control);
  }

  /** Exports a preset as CSV and returns the bytes. */
  async csvOf(preset: string, form: object = {}): Promise<Buffer> {
    const { folder, files } = await this.run({ subject: { kind: 'preset', preset }, ...form });
    return readFileSync(join(folder, files[0]!.path));
  }

  close(): void {
    this.lake.close();
    rmSync(this.place, { recursive: true, force: true });
  }
}
