import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { acquireInstanceLock } from './instance-lock';
import { temporaryDataFolder } from './service-under-test';

let data: ReturnType<typeof temporaryDataFolder>;
beforeEach(() => (data = temporaryDataFolder(dataPaths)));
afterEach(() => data.remove());

const acquire = () => acquireInstanceLock(data.paths);
const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const filesLeft = () => readdirSync(data.paths.run);

/** A pid that nobody has any more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

function writeLock(change: object): void {
  const holder = { pid: process.pid, startedAt: null, since: '2026-01-01T00:00:00Z', token: 'x' };
  writeFileSync(data.paths.lock, JSON.stringify({ ...holder, ...change }));
}

describe('acquireInstanceLock', () => {
  it('names the living holder to the next one, until it lets go', async () => {
    const lock = await acquire();
    const { since } = JSON.parse(readFileSync(data.paths.lock, 'utf8'));
    expect(statSync(data.paths.lock).mode & 0o777).toBe(0o600);
    expect(await failureOf(acquire())).toMatchObject({
      code: 'DATA_FOLDER_LOCKED',
      facts: { folder: data.folder, pid: process.pid, since },
    });
    await lock.release();
    await lock.release();
    expect(filesLeft()).toEqual([]);
    await (await acquire()).release();
  });

  it('takes over the lock of a dead process', async () => {
    writeLock({ pid: await deadPid() });
    const lock = await acquire();
    expect(filesLeft()).toEqual(['instance.lock']);
    await lock.release();
  });

  it('takes over the lock of a pid that another process has by now', async () => {
    writeLock({ startedAt: 'another boot/123' });
    await (await acquire()).release();
  });

  it('leaves the lock of a living process alone when its start cannot be told', async () => {
    writeLock({ startedAt: null });
    expect(await failureOf(acquire())).toMatchObject({ code: 'DATA_FOLDER_LOCKED' });
  });

  it('takes over what is no lock, as a power cut leaves it, once nobody can be writing it', async () => {
    writeFileSync(data.paths.lock, '');
    const longAgo = Date.now() / 1_000 - 60;
    utimesSync(data.paths.lock, longAgo, longAgo);
    await (await acquire()).release();
    expect(filesLeft()).toEqual([]);
  });

  it('goes past a claim whose claimant died', async () => {
    writeLock({ pid: await deadPid() });
    const first = await acquire();
    await first.release();
    // The same stale text again, with the claim that a killed claimant would have left.
    const dead = await deadPid();
    writeLock({ pid: dead });
    const stale = readFileSync(data.paths.lock, 'utf8');
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(stale).digest('hex').slice(0, 16);
    writeFileSync(`${data.paths.lock}.claim-${hash}-0`, stale);
    const lock = await acquire();
    expect(filesLeft()).toEqual(['instance.lock']);
    await lock.release();
  });

  it('lets one alone take over a stale lock, however many try at once', async () => {
    const pid = await deadPid();
    for (let round = 0; round < 15; round++) {
      writeLock({ pid, token: `round ${round}` });
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => acquire().then((lock) => lock, toFailure)),
      );
      const locks = outcomes.filter((outcome) => 'release' in outcome);
      expect(locks).toHaveLength(1);
      const refused = outcomes.filter((outcome) => 'code' in outcome);
      expect(refused.map(({ code }) => code)).toEqual(Array(7).fill('DATA_FOLDER_LOCKED'));
      await locks[0]!.release();
      expect(filesLeft()).toEqual([]);
    }
  });

  it('does not remove the lock of another on release', async () => {
    const lock = await acquire();
    writeLock({ token: 'of another' });
    await lock.release();
    expect(existsSync(data.paths.lock)).toBe(true);
  });

  it('says so when the lock cannot be written', async () => {
    mkdirSync(data.paths.lock);
    const failure = await failureOf(acquire());
    expect(failure).toMatchObject({ code: 'DATA_FOLDER_DENIED', facts: { folder: data.folder } });
  });
});
