import { dirname, join } from 'node:path';
import type { TableSummary } from '../contract/delta';
import { failed } from '../contract/failure';
import type { SampleManifest } from '../contract/sample';
import type { Pipeline } from '../pipeline/pipeline';
import { loadPack } from '../settings/load-pack';
import { dataPaths, type DataPaths, type Installation } from '../settings/paths';
import { readParametersInUse } from '../settings/parameters-in-use';
import { TableReading } from '../reading/table-reading';
import { hasSample, readSampleManifest } from './sample-folder';

/** The sample, opened: what is read from it, and what does not change about it. */
export interface OpenedSample {
  readonly manifest: SampleManifest;
  readonly reading: TableReading;
  readonly tables: readonly TableSummary[];
}

export interface SampleOptions {
  /** Where the shipped sample lies; it need not be there. */
  readonly folder: string;
  readonly resourcesFolder: string;
  /** What sorting puts aside goes there: nothing is written into the sample. */
  readonly spillFolder: string;
  readonly isStopped: () => boolean;
  /** It was opened or left. */
  readonly onChange: () => void;
}

/** The shipped sample lakehouse, shown instead of the data folder's tables while it is open. */
export class SampleLakehouse {
  private reading: Promise<OpenedSample> | null = null;
  private current: OpenedSample | null = null;

  constructor(private readonly options: SampleOptions) {}

  /** Null while the data folder's own tables are shown. */
  get shown(): OpenedSample | null {
    return this.current;
  }

  /** Whether there is one to open. */
  isThere(): boolean {
    return hasSample(this.options.folder);
  }

  /** Fails with `SAMPLE_NOT_WHILE_RUNNING`, `SAMPLE_MISSING`, or like the reading of tables. */
  async open(): Promise<void> {
    if (!this.options.isStopped()) throw failed('SAMPLE_NOT_WHILE_RUNNING');
    this.reading ??= this.read();
    try {
      const opened = await this.reading;
      // A start that was asked for meanwhile goes before.
      if (this.options.isStopped()) this.show(opened);
    } catch (error) {
      this.reading = null;
      throw error;
    }
  }

  /** The own tables are shown again. What still reads the sample may end in peace. */
  leave(): void {
    this.show(null);
  }

  async close(): Promise<void> {
    this.current = null;
    await (await this.reading?.catch(() => null))?.reading.close();
  }

  private show(opened: OpenedSample | null): void {
    if (opened === this.current) return;
    this.current = opened;
    this.options.onChange();
  }

  private async read(): Promise<OpenedSample> {
    const { folder, resourcesFolder, spillFolder } = this.options;
    const manifest = await readSampleManifest(folder);
    const paths = { ...dataPaths(folder), spill: spillFolder };
    const inUse = await readParametersInUse(paths, manifest.pack);
    const { pack, folder: packFolder } = loadPack(resourcesFolder, manifest.pack, inUse ?? {});
    const reading = await TableReading.open({ paths, pack, packFolder });
    return { manifest, reading, tables: await reading.summarise() };
  }
}

/** The sample of an installation: it lies beside the shipped jars, where the set-up puts it. */
export function sampleOf(
  { jarsFolder, resourcesFolder }: Installation,
  paths: DataPaths,
  pipeline: Pipeline,
  onChange: () => void,
): SampleLakehouse {
  return new SampleLakehouse({
    folder: join(dirname(jarsFolder), 'sample'),
    resourcesFolder,
    spillFolder: paths.spill,
    isStopped: () => ['stopped', 'failed'].includes(pipeline.phase.state),
    onChange,
  });
}
