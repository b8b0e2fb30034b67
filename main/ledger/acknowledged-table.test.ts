import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { withSqlConnection } from '../analytics/sql-connection';
import { makeAcknowledgedTable } from './acknowledged-table';

let folder: string;
let session: DuckDbSession;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-record-'));
  session = await DuckDbSession.open();
});
afterEach(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (number: number) => join(folder, `record-00000${number}.csv`);
const read = (condition = 'true') =>
  withSqlConnection(session, {}, 'The test', async (connection) => {
    await makeAcknowledgedTable(connection, folder);
    return connection.readRows(
      `SELECT n, p, o, id FROM acknowledged WHERE ${condition} ORDER BY n, o`,
    );
  });

describe('makeAcknowledgedTable', () => {
  it('joins an acknowledgement with its event, over files and repeated notes', async () => {
    writeFileSync(file(1), 's,1,x,10\ns,2,y,11\na,1,0,5\ns,2,y,12\n');
    writeFileSync(file(2), 'a,2,1,7\na,3,1,8\n');
    writeFileSync(join(folder, 'notes.txt'), 'a,9,9,9\n');
    expect(await read()).toEqual([
      ['1', 0, '5', 'x'],
      ['2', 1, '7', 'y'],
      ['3', 1, '8', null],
    ]);
  });

  it.each(['a', 'a,2', 'a,2,1', 'a,2,1,', 'a,2,1,7', 's,2,y,1'])(
    'does not count the half line %s',
    async (torn) => {
      writeFileSync(file(1), `s,1,x,10\na,1,0,5\n${torn}`);
      expect(await read()).toEqual([['1', 0, '5', 'x']]);
    },
  );

  it('never has an acknowledgement without its event while the record grows', async () => {
    let sequence = 0;
    const write = () => {
      const lines = Array.from({ length: 50 }, () => {
        sequence += 1;
        return `s,${sequence},id-${sequence},1\na,${sequence},0,${sequence}`;
      });
      appendFileSync(file(1), `${lines.join('\n')}\n`);
    };
    write();
    const timer = setInterval(write, 3);
    try {
      for (let look = 0; look < 8; look++) {
        expect(await read(`o <> n OR id IS DISTINCT FROM 'id-' || n`)).toEqual([]);
      }
    } finally {
      clearInterval(timer);
    }
  });

  it('is empty without a record', async () => {
    expect(await read()).toEqual([]);
    writeFileSync(file(1), '');
    expect(await read()).toEqual([]);
  });
});
