import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataPaths } from '../settings/paths';
import { temporaryDataFolder } from './service-under-test';

const contenderCount = 3;
const rounds = 40;

/** Takes the lock of each folder that it reads from stdin, keeps it, and prints how it went. */
const program = `
  import { createInterface } from 'node:readline';
  import { runnerImport } from 'vite';
  const [, lockModule, pathsModule] = process.argv;
  const { module: { acquireInstanceLock } } = await runnerImport(lockModule);
  const { module: { dataPaths } } = await runnerImport(pathsModule);
  console.log('loaded');
  for await (const folder of createInterface({ input: process.stdin })) {
    await acquireInstanceLock(dataPaths(folder)).then(
      () => console.log('won'),
      ({ failure }) => console.log(failure.code + ' ' + failure.facts.pid),
    );
  }`;

/** A process of its own that answers each folder with one line. */
class Contender {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    const modules = ['instance-lock.ts', '../settings/paths.ts'].map((name) =>
      join(__dirname, name),
    );
    this.child = spawn(process.execPath, ['--input-type=module', '-e', program, ...modules], {
      cwd: __dirname,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  get pid(): number {
    return this.child.pid!;
  }

  async answer(): Promise<string> {
    return (await this.answers.next()).value as string;
  }

  ask(folder: string): void {
    this.child.stdin!.write(`${folder}\n`);
  }

  async end(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }
}

let data: ReturnType<typeof temporaryDataFolder>;
let contenders: Contender[] = [];
beforeAll(async () => {
  data = temporaryDataFolder(dataPaths);
  contenders = Array.from({ length: contenderCount }, () => new Contender());
  for (const contender of contenders) expect(await contender.answer()).toBe('loaded');
}, 60_000);
afterAll(async () => {
  await Promise.all(contenders.map((contender) => contender.end()));
  data.remove();
});

/** A data folder with the lock of a process that is dead. */
function staleFolder(round: number, deadPid: number): string {
  const folder = join(data.folder, `round-${round}`);
  mkdirSync(dataPaths(folder).run, { recursive: true });
  const holder = {
    pid: deadPid,
    startedAt: null,
    since: '2026-01-01T00:00:00Z',
    token: `${round}`,
  };
  writeFileSync(dataPaths(folder).lock, JSON.stringify(holder));
  return folder;
}

it('lets one process of several take over a stale lock, and names it to the others', async () => {
  const dead = new Contender();
  await dead.end();
  for (let round = 0; round < rounds; round++) {
    const folder = staleFolder(round, dead.pid);
    for (const contender of contenders) contender.ask(folder);
    const answers = await Promise.all(contenders.map((contender) => contender.answer()));
    const winner = contenders[answers.indexOf('won')];
    const refusals = answers.filter((answer) => answer !== 'won');
    expect(refusals).toEqual(Array(contenderCount - 1).fill(`DATA_FOLDER_LOCKED ${winner?.pid}`));
    expect(readdirSync(dataPaths(folder).run)).toEqual(['instance.lock']);
  }
}, 60_000);
