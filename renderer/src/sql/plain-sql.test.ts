import { describe, expect, it } from 'vitest';
import { plainSql } from './plain-sql';
import { sqlLiteral, sqlName } from './sql-literal';

describe('a statement as a person can run it', () => {
  it('has its parameters filled in, each by its kind', () => {
    const sql = 'WHERE t >= $since::TIMESTAMPTZ AND list_contains($country, c) AND n > $least;\n';
    expect(
      plainSql(sql, { since: '2026-11-21T09:00:00.000Z', country: ['FR', "d'Oc"], least: 3 }),
    ).toBe(
      "WHERE t >= '2026-11-21T09:00:00.000Z'::TIMESTAMPTZ AND list_contains(['FR', 'd''Oc'], c) AND n > 3",
    );
    expect(plainSql('SELECT $none::VARCHAR[]', {})).toBe('SELECT NULL::VARCHAR[]');
  });

  it('keeps what only looks like a parameter', () => {
    const sql = `SELECT '$a', "$b" -- $c\n/* $d */ FROM x`;
    expect(plainSql(sql, { a: 1, b: 1, c: 1, d: 1 })).toBe(sql);
  });

  it('leaves out the lines that the app reads, and keeps what they are followed by', () => {
    const sql = '-- title: A\n-- titleFr: B\n-- order: 1\n-- Why it is so.\nSELECT 1\n';
    expect(plainSql(sql, {})).toBe('-- Why it is so.\nSELECT 1');
  });
});

describe('names and values', () => {
  it('are quoted where they must be', () => {
    expect(['pays', 'table', 'Two words', 'a"b'].map(sqlName)).toEqual([
      'pays',
      '"table"',
      '"Two words"',
      '"a""b"',
    ]);
    expect(["it's", null, true, 1.5].map(sqlLiteral)).toEqual(["'it''s'", 'NULL', 'true', '1.5']);
  });
});
