import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findFakedTime, movedClockEnvironment } from './moved-clock';

const hourMs = 3_600_000;
const library = (() => {
  try {
    return findFakedTime();
  } catch (error) {
    expect((error as Error).message).toContain('apt install libfaketime');
    return null;
  }
})();

describe('a moved clock', () => {
  it('is that of the system where it is not moved', () => {
    expect(movedClockEnvironment('library', 0)).toEqual({});
    expect(movedClockEnvironment('library', -hourMs)).toMatchObject({ FAKETIME: '-3600s' });
  });

  it.skipIf(library === null)('is seen by a process, whose timers go on as before', () => {
    const program = `setTimeout(() => console.log(Date.now(), performance.now() < 20000), 20)`;
    for (const offsetMs of [-hourMs, hourMs]) {
      const environment = movedClockEnvironment(library!, offsetMs);
      const { stdout } = spawnSync(process.execPath, ['-e', program], {
        encoding: 'utf8',
        env: { ...process.env, ...environment },
      });
      const [atMs, isSoon] = stdout.trim().split(' ');
      expect(Math.abs(Number(atMs) - Date.now() - offsetMs)).toBeLessThan(30_000);
      expect(isSoon).toBe('true');
    }
  });
});
