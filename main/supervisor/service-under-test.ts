import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceStatus } from '../contract/service';
import type { DataPaths } from '../settings/paths';
import { ChildService } from './child-service';
import type { RestartPolicy } from './restart-delay';
import type { ServiceSpec } from './service-spec';

/** Generous: nothing waits as long on a machine that is not stuck. */
const deadlineMs = 15_000;

/** Looks until `isSo` holds; fails with `what` when it does not in time. */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  for (const endMs = Date.now() + deadlineMs; !isSo(); await delay(10)) {
    if (Date.now() > endMs) throw new Error(`not within ${deadlineMs} ms: ${what}`);
  }
}

/** Paths of a data folder that is new, and removed by `remove`. */
export function temporaryDataFolder(pathsOf: (folder: string) => DataPaths) {
  const folder = mkdtempSync(join(tmpdir(), 'deltadesk-supervisor-'));
  const paths = pathsOf(folder);
  mkdirSync(paths.run);
  mkdirSync(paths.logs);
  return { folder, paths, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Pids of all living processes whose command line contains the mark. */
export function pidsWith(mark: string): number[] {
  if (process.platform === 'linux') return readdirSync('/proc').flatMap(pidIfWith(mark));
  const table = execFileSync('ps', ['-axww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, pid, state] = /^\s*(\d+) (\S+)/.exec(line) ?? [];
    return line.includes(mark) && !state?.startsWith('Z') ? [Number(pid)] : [];
  });
}

/** Much quicker than `ps` on a busy machine. A zombie has no command line any more. */
function pidIfWith(mark: string): (entry: string) => number[] {
  return (entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(mark) ? [Number(entry)] : [];
    } catch {
      return [];
    }
  };
}

/** A real service made of a program of `fixtures/`, with all that it said and was. */
export class ServiceUnderTest {
  readonly data: ReturnType<typeof temporaryDataFolder>;
  /** In the command line of every process of this service. */
  readonly mark = `mark-${randomUUID()}`;
  readonly statuses: ServiceStatus[] = [];
  readonly lines: string[] = [];
  readonly service: ChildService;
  private isReady = false;

  constructor(pathsOf: (folder: string) => DataPaths, restartPolicy?: RestartPolicy) {
    this.data = temporaryDataFolder(pathsOf);
    this.service = new ChildService('broker', {
      paths: this.data.paths,
      onStatus: (status) => this.statuses.push(status),
      onLine: (line, stream) => {
        this.lines.push(`${stream}: ${line}`);
        if (line === 'ready') this.isReady = true;
      },
      onStarting: () => (this.isReady = false),
      ...(restartPolicy && { restartPolicy }),
    });
  }

  get states(): string[] {
    return this.statuses.map(({ state }) => state);
  }

  /** Ready = the program printed "ready". Short deadlines, so that tests of escalation are quick. */
  spec(program: string, args: readonly string[] = [], changes: Partial<ServiceSpec> = {}) {
    const file = join(__dirname, 'fixtures', `${program}.mjs`);
    return {
      name: 'broker',
      command: process.execPath,
      args: [file, ...args, this.mark],
      environment: {},
      workingFolder: this.data.folder,
      temporaryFolder: join(this.data.folder, 'temporary'),
      readiness: {
        probe: async () => {
          if (!this.isReady) throw new Error('it has not said that it is ready');
        },
        intervalMs: 10,
        deadlineMs,
      },
      stop: { stopLine: 'stop', askDeadlineMs: deadlineMs, termDeadlineMs: deadlineMs },
      ...changes,
    } satisfies ServiceSpec;
  }

  /** Stops, and removes the data folder. */
  async end(): Promise<void> {
    await this.service.stop();
    await this.service.close();
    this.data.remove();
  }
}
