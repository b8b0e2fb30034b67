import type { DoctorReport } from '../contract/doctor';
import type { PipelineStatus } from '../contract/pipeline';
import type { SettingsReport } from '../contract/settings';
import type { DataPaths } from '../settings/paths';
import type { TableReading } from '../reading/table-reading';

/** What a debug bundle is made from: the same with and without a living instance. */
export interface BundlePlace {
  readonly paths: DataPaths;
  readonly version: string;
  readonly host: string;
  readonly jarsFolder: string;
  readonly reading: Pick<TableReading, 'lake' | 'runSql'>;
  readDoctor(): Promise<DoctorReport>;
  readSettings(): SettingsReport;
  /** Null while no instance lives. */
  readPipeline(): PipelineStatus | null;
}
