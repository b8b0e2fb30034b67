/** Half, nineteen of twenty and ninety-nine of a hundred values are at most this, in milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** One process during a step. */
export interface ProcessLoad {
  readonly process: 'broker' | 'streamingJob' | 'control';
  /** Percent of one core, mean of the step; null where the system does not tell. */
  readonly cpuPercent: number | null;
  /** Largest resident size; null where the system does not tell. */
  readonly memoryBytes: number | null;
}

export interface LatencyReport {
  readonly ratePerSecond: number;
  readonly seconds: number;
  readonly records: number;
  /** Broker timestamp to the commit of the last aggregate; null when nothing arrived. */
  readonly latencyMs: Quantiles | null;
  readonly batchMs: Quantiles;
  /** Median batch time of each tenth of the batches, oldest first: flat when nothing grows. */
  readonly batchMsByTenth: readonly number[];
  /** Of the control process. */
  readonly eventLoopDelayMs: Quantiles;
  readonly load: readonly ProcessLoad[];
}

export interface DrainReport {
  readonly records: number;
  /** First batch begun to last aggregate committed. */
  readonly seconds: number;
  readonly recordsPerSecond: number;
  /** Of the second half of the batches: the JIT has settled. */
  readonly settledRecordsPerSecond: number;
  readonly load: readonly ProcessLoad[];
}

/** What lies on the disk for one table. */
export interface TableFilesReport {
  readonly table: string;
  readonly versions: number;
  readonly liveFiles: number;
  readonly liveBytes: number;
  /** Replaced, kept for readers of older versions. */
  readonly deadFiles: number;
  readonly deadBytes: number;
  readonly logFiles: number;
  readonly logBytes: number;
}

/** What `deltadesk bench` measures; a step that was left out is null. */
export interface BenchReport {
  readonly pack: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly java: string;
  /** Start to first Silver row: in a new data folder, and in one with class archives. */
  readonly firstRowMs: { readonly cold: number | null; readonly warm: number | null };
  readonly latency: readonly LatencyReport[];
  readonly idle: readonly ProcessLoad[] | null;
  readonly drain: {
    /** By the job that measured the latency, held while the records came; null on Windows. */
    readonly running: DrainReport | null;
    /** By a job that has just started: its JVM has yet to compile what it runs. */
    readonly started: DrainReport;
  } | null;
  readonly stopMs: number;
  readonly files: readonly TableFilesReport[];
  /** The ledger after all of it. */
  readonly ledger: 'ok' | 'broken';
}
