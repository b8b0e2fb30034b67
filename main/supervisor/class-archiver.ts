import { execFile, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { isWritten, type ClassArchive } from './class-archive';

/** How long the programs run first: by then they have loaded what their daily work needs. */
const classesKnownAfterMs = 30_000;

/**
 * Writes the class archives that are missing, one after the other, in a process of lowest priority
 * while the pipeline runs: half a minute of work that the next start gains from. It ends with the
 * pipeline, or when this process is gone, and is begun anew at the next opportunity.
 */
export class ClassArchiver {
  private timer: NodeJS.Timeout | null = null;
  private child: ChildProcess | null = null;
  private work: Promise<void> = Promise.resolve();
  private isStopped = true;

  constructor(
    /** Holds `deltadesk.launch.Launch`. */
    private readonly launchJars: string,
    private readonly javaEnvironment: Readonly<Record<string, string>>,
    private readonly onWritten: (name: string) => void = () => undefined,
  ) {}

  /** `archives` are those of the programs that run now. */
  start(archives: readonly ClassArchive[], afterMs = classesKnownAfterMs): void {
    this.isStopped = false;
    this.timer ??= setTimeout(() => (this.work = this.writeAll(archives)), afterMs);
    this.timer.unref();
  }

  /** Writes at once those whose programs have run and ended. */
  async writeNow(archives: readonly ClassArchive[]): Promise<void> {
    this.isStopped = false;
    await this.writeAll(archives);
  }

  /** Resolves when no process of it runs any more. */
  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    // End of file on its stdin: it ends its own child first.
    this.child?.stdin?.end();
    await this.work;
  }

  private async writeAll(archives: readonly ClassArchive[]): Promise<void> {
    for (const archive of archives) {
      if (this.isStopped || isWritten(archive) || !existsSync(archive.list)) continue;
      const unfinished = `${archive.archive}.part`;
      try {
        await this.write(archive, unfinished);
        await rename(unfinished, archive.archive);
        await rm(archive.list, { force: true });
        this.onWritten(archive.program.name);
      } catch {
        // Without an archive the next start is slower and nothing else.
        await rm(unfinished, { force: true });
      }
    }
  }

  private async write(archive: ClassArchive, target: string): Promise<void> {
    // The program still writes to its list: the last line may be torn.
    const classes = `${archive.list}.copy`;
    const text = await readFile(archive.list, 'utf8');
    await writeFile(classes, text.slice(0, text.lastIndexOf('\n') + 1));
    // Stopped while it read: from here to the child there is no other turn.
    if (this.isStopped) return void (await rm(classes, { force: true }));
    const args = ['-Xmx32m', '-XX:TieredStopAtLevel=1', '-cp', join(this.launchJars, '*')];
    const dump = ['deltadesk.launch.Launch', 'deltadesk.launch.DumpClasses'];
    try {
      await new Promise<void>((resolve, reject) => {
        const child = execFile(
          archive.program.java,
          [...args, ...dump, classes, target, archive.classPath],
          { env: { ...process.env, ...this.javaEnvironment } },
          (error) => (error ? reject(error) : resolve()),
        );
        if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
        this.child = child;
      });
    } finally {
      this.child = null;
      await rm(classes, { force: true });
    }
  }
}
