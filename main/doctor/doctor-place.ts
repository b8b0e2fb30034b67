import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import type { DataPaths } from '../settings/paths';

/** What the doctor looks at: the same with and without a running pipeline. */
export interface DoctorPlace {
  readonly paths: DataPaths;
  /** Those that the job runs, the shown one first. */
  readonly packs: readonly [StreamPack, ...StreamPack[]];
  readonly jarsFolder: string;
  readonly lake: Lake;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the pipeline's own broker listens; null while none runs. */
  readonly bootstrapServers: string | null;
  /** What a person has set for it; null: the usual one, or the next that is free. */
  readonly brokerPort: number | null;
}
