import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { serviceName, type ServiceName } from '../contract/service';
import type { DataPaths } from '../settings/paths';
import { isProcessAlive, processStart } from './process-identity';
import { signalGroup } from './signal-group';

const runFile = z.object({ pid: z.number().int(), start: z.string(), command: z.string() });

const termDeadlineMs = 3_000;

/** Notes a started child, so that the next launch can find it should this process be killed. */
export function writeRunFile(file: string, pid: number, command: string): void {
  const start = processStart(pid);
  if (start === null) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, JSON.stringify({ pid, start, command }), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

export function removeRunFile(file: string): void {
  rmSync(file, { force: true });
}

/**
 * Ends what an earlier run left: only a process that has the noted pid and also the noted start
 * time, never a stranger that was given the same pid. Returns a sentence for each.
 */
export async function endLeftovers(paths: DataPaths): Promise<string[]> {
  const sentences: string[] = [];
  for (const service of serviceName.options) {
    const ended = await endLeftover(paths.runFile(service), service);
    if (ended) sentences.push(ended);
  }
  return sentences;
}

async function endLeftover(file: string, service: ServiceName): Promise<string | null> {
  const noted = readRunFile(file);
  if (noted && isProcessAlive(noted.pid) && processStart(noted.pid) === noted.start) {
    signalGroup(noted.pid, 'SIGTERM');
    const endMs = Date.now() + termDeadlineMs;
    while (isProcessAlive(noted.pid) && Date.now() < endMs) await delay(20);
    signalGroup(noted.pid, 'SIGKILL');
    while (isProcessAlive(noted.pid)) await delay(20);
    removeRunFile(file);
    return `Ended a ${service} that an earlier run had left (pid ${noted.pid}).`;
  }
  removeRunFile(file);
  return null;
}

function readRunFile(file: string): z.infer<typeof runFile> | null {
  try {
    return runFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
