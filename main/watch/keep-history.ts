import type { EventLine } from '../contract/api';
import type { BatchLine } from '../contract/streaming';
import type { EventHub } from '../event-hub';
import type { EventLog } from '../event-log';
import { toBatchEvent, toBatchRow } from '../history/batch-row';
import { History } from '../history/history';
import { toLagRows } from '../history/lag-rows';
import { RunRecorder } from '../history/run-recorder';
import { logPipelinePhases } from '../pipeline/log-phases';
import type { PipelinePhase } from '../pipeline/pipeline';
import type { RunningPack } from '../pipeline/running-pack';
import type { DataPaths } from '../settings/paths';

/** What is told to the history as it happens; events and lag it looks for itself. */
export interface HistoryKeeper {
  readonly history: History;
  batch(line: BatchLine): void;
  /** Also writes it into the event log. */
  phase(phase: PipelinePhase): void;
  /** Writes what is still to be written and lets go of the file. */
  close(): Promise<void>;
}

/** Resolution of the lag's history (floor.md 7.1). */
const lagIntervalMs = 5_000;

/** Opens the history of a data folder and writes into it what the running parts tell. */
export async function keepHistory(
  paths: DataPaths,
  log: EventLog,
  hub: EventHub,
  packs: readonly [RunningPack, ...RunningPack[]],
): Promise<HistoryKeeper> {
  const history = await History.open(paths.history, {
    onNotice: (notice) => log.warning('history', notice),
  });
  const [shown] = packs;
  const runs = new RunRecorder(history, shown.pack.pack, () => {
    const { queryId, runId, lastBatchId } = shown.streaming.read(Date.now());
    return { bootstrapServers: shown.brokerWatch.bootstrapServers, queryId, runId, lastBatchId };
  });
  const off = hub.on('event.logged', (line) => {
    runs.note(line.message);
    history.add('event_log', toEvent(line));
  });
  const logPhase = logPipelinePhases(log);
  const sampledAtMs = new Map<string, number>();
  const timer = setInterval(() => {
    for (const { pack, brokerWatch } of packs) {
      const { lag } = brokerWatch;
      // While the broker does not answer the newest sample is an old one.
      if (lag === null || sampledAtMs.get(pack.pack) === lag.atMs) continue;
      sampledAtMs.set(pack.pack, lag.atMs);
      for (const row of toLagRows(pack.pack, lag)) history.add('lag_history', row);
    }
  }, lagIntervalMs).unref();
  return {
    history,
    batch: (line) => {
      const state = packs.find((each) => each.pack.pack === line.pack)?.streaming;
      history.add('batch_history', toBatchRow(line, state?.read(line.atMs).queryId ?? null));
      history.add('event_log', toBatchEvent(line));
    },
    phase: (phase) => {
      logPhase(phase);
      runs.follow(phase, Date.now());
    },
    close: () => {
      clearInterval(timer);
      off();
      return history.close();
    },
  };
}

function toEvent({ atMs, component, severity, message, told }: EventLine) {
  // Of an alert the component is its own; all other lines tell of a part of the product.
  const kinds: Readonly<Record<string, string>> = {
    alerts: 'alert',
    pipeline: 'state',
    schema: 'schemaChange',
  };
  const kind = kinds[component] ?? 'notice';
  const details = told ? JSON.stringify(told) : null;
  return { logged_at: atMs, kind, component, severity, message, details };
}
