import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootFolder } from '../settings/installation';

/** How a verb ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line over a data folder of its own. */
export class TestProgram {
  static readonly file = join(rootFolder, 'out', 'cli', 'deltadesk.cjs');
  readonly folder = mkdtempSync(join(tmpdir(), 'deltadesk-command-line-'));
  readonly dataFolder = join(this.folder, 'données de l’été');

  start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [TestProgram.file, ...args], {
      env: { ...process.env, DELTADESK_DATA_FOLDER: this.dataFolder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Runs a verb to its end; fails when it shows where in the code something was thrown. */
  async run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = this.start(args, environment);
    let stdout = '';
    let stderr = '';
    child.stdout!.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr!.on('data', (part: Buffer) => (stderr += part.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    const trace = /^\s+at .+:\d+:\d+/m.exec(stdout + stderr);
    if (trace) throw new Error(`${args.join(' ')} shows ${trace[0]}`);
    return { code, stdout, stderr };
  }

  /** The answer of a verb that ends well. */
  async json(...args: string[]): Promise<unknown> {
    const { code, stdout, stderr } = await this.run([...args, '--json']);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** Pids that the run files name; empty when no service is noted. */
  servicePids(): number[] {
    return this.runFiles()
      .filter((file) => ['broker.json', 'streamingJob.json'].includes(file))
      .flatMap((file) => {
        const text = readFileSync(join(this.dataFolder, 'run', file), 'utf8');
        const pid = /"pid":(\d+)/.exec(text)?.[1];
        return pid ? [Number(pid)] : [];
      });
  }

  /** What the app has written into its log. */
  log(): string {
    const file = join(this.dataFolder, 'logs', 'app.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  /** Files that live as long as what they name. */
  runFiles(): string[] {
    const run = join(this.dataFolder, 'run');
    return existsSync(run) ? readdirSync(run).filter((name) => /json|lock/.test(name)) : [];
  }

  /** Takes the folder away; a test that failed half-way must not leave its instance behind. */
  async close(): Promise<void> {
    if (this.runFiles().length > 0) await this.run(['stop']);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
