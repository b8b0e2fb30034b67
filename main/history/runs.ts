import { runQuery, type QueryPlace } from '../analytics/run-query';
import { run, runStep, type Run, type RunStep } from '../contract/runs';
import type { Cell } from '../contract/query';

/** The newest runs from `ops.runs` with their steps, the newest first. Fails like `runQuery`. */
export async function readRuns(place: QueryPlace, limit: number): Promise<Run[]> {
  const newest = `SELECT * FROM ops.runs ORDER BY started_at DESC LIMIT ${limit}`;
  const found = await runQuery(
    place,
    `SELECT run_id, pack, status, epoch_ms(started_at), epoch_ms(running_at), epoch_ms(ended_at),
       failure FROM (${newest}) ORDER BY started_at DESC`,
  );
  const steps = await runQuery(
    place,
    `SELECT run_id, number, operation, step, status, epoch_ms(started_at), epoch_ms(ended_at),
       outputs, log_excerpt
     FROM ops.run_steps WHERE run_id IN (SELECT run_id FROM (${newest})) ORDER BY run_id, number`,
  );
  return found.rows.map((row) =>
    run.parse({
      runId: row[0],
      pack: row[1],
      status: row[2],
      startedAtMs: Number(row[3]),
      runningAtMs: time(row[4]),
      endedAtMs: time(row[5]),
      failure: row[6],
      steps: steps.rows.filter(([runId]) => runId === row[0]).map(toStep),
    }),
  );
}

function toStep([, number, operation, step, status, began, ended, outputs, log]: readonly Cell[]) {
  return runStep.parse({
    number: Number(number),
    operation,
    step,
    status,
    startedAtMs: Number(began),
    endedAtMs: time(ended),
    outputs: outputs === null ? null : (JSON.parse(String(outputs)) as unknown),
    logExcerpt: log,
  }) satisfies RunStep;
}

const time = (cell: Cell | undefined) =>
  cell === null || cell === undefined ? null : Number(cell);
