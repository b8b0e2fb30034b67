import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestProgram } from './test-program';

const program = TestProgram.file;

/** Over a folder of its own, since these go side by side. */
async function using<T>(work: (program: TestProgram) => Promise<T>): Promise<T> {
  const place = new TestProgram();
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

describe.concurrent('deltadesk with wrong input', () => {
  it.each([
    [['bogus'], 2, /unknown command/],
    [['statsu'], 2, /Did you mean status/],
    [['help', 'statsu'], 2, /Did you mean status/],
    [['status', '--bogus'], 2, /unknown option/],
    [['run', '--count', 'many'], 2, /whole number from 1/],
    [['run', '--count', '5', '--for', '3s'], 2, /cannot be used with/],
    [['run', '--pack', 'nothing'], 1, /PACK_UNKNOWN/],
    [['start', '--pack', 'nothing'], 1, /PACK_UNKNOWN/],
    [['settings', '--reset'], 1, /name the setting/],
    [['lag'], 1, /deltadesk start/],
    [['sql', 'DROP TABLE silver.ventes_clean'], 1, /SQL_NOT_READ_ONLY|SQL_INVALID/],
    [['sql', 'SELECT 1; SELECT 2'], 1, /SQL_NOT_READ_ONLY/],
    [['run', '--data-folder', program], 1, /DATA_FOLDER_NOT_A_FOLDER/],
    [['start', '--data-folder', join(program, 'x')], 1, /DATA_FOLDER_NOT_A_FOLDER/],
    [['run', '--data-folder', '/proc/deltadesk'], 1, /DATA_FOLDER_DENIED/],
  ] as const)('%j ends with %i and says why', async (args, code, sentence) => {
    const ended = await using((place) => place.run(args));
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(sentence);
  });

  it('prints a failure as one JSON object where JSON was asked for', async () => {
    const { code, stdout } = await using((place) => place.run(['lag', '--json']));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      failure: { code: 'CONTROL_NOT_RUNNING', fix: 'Run "deltadesk start" first.' },
    });
  });

  it('leaves nothing of a start that failed, so that the next one has its own settings', () =>
    using(async (place) => {
      const start = async (setting: string) => {
        const { code, stderr } = await place.run(['start', '--set', setting]);
        expect(code).toBe(1);
        expect(await place.json('status')).toMatchObject({ running: false });
        return stderr;
      };
      // The one is refused in the middle of the start, the other before it.
      expect(await start('packs.sales.topic=dead-letter-queue')).toContain('packs.sales.topic');
      expect(await start('logs.verbose=maybe')).toContain('logs.verbose');
    }));

  it('answers status, verify and stop where nothing has run', () =>
    using(async (place) => {
      expect(await place.json('status')).toMatchObject({ running: false, tables: [] });
      expect(await place.json('verify')).toMatchObject({ ok: true });
      expect(await place.run(['stop'])).toMatchObject({
        code: 0,
        stdout: 'Nothing was running.\n',
      });
    }));
});
