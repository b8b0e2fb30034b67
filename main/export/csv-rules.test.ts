import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestExporter } from './test-exporter';

let place: TestExporter;
let presets = 0;

beforeAll(async () => {
  place = await TestExporter.open();
  place.lake.create('silver.one', { n: 'integer' });
  await place.lake.append('silver.one', { rows: 'SELECT 1 AS n' });
});
afterAll(() => place.close());

/** The lines of an export of `values` (SQL rows), without mark, header and last line end. */
async function linesOf(columns: string, values: string, form: object = {}, sort = 'k') {
  const name = `rule_${++presets}`;
  const names = columns.split(',').map((one) => one.trim().split(':')[0]);
  const sql = `SELECT * FROM (VALUES ${values}) t(${names.join(', ')})\nWHERE EXISTS (FROM silver.one)`;
  place.preset(name, { columns, sort }, sql);
  const text = (await place.csvOf(name, form)).toString();
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(1, -2).split('\r\n').slice(1);
}
const texts = async (sqlTexts: string[], form: object = {}) =>
  (await linesOf('k:i, text', sqlTexts.map((text, k) => `(${k}, ${text})`).join(', '), form)).map(
    (line) => line.slice(line.search(/[,;]/) + 1),
  );

describe('bytes of the file', () => {
  it('E-1, E-4: one byte order mark; without rows the header alone', async () => {
    const name = 'rule_empty';
    const sql = `SELECT 1 AS k, 'x' AS text FROM silver.one WHERE n = 2`;
    place.preset(name, { columns: 'k:i, text', sort: 'k' }, sql);
    expect(await place.csvOf(name)).toEqual(Buffer.from('\uFEFFk,text\r\n'));
  });

  it('E-2, E-5: no trailing delimiter, also where the last field is null', async () => {
    expect(await linesOf('k:i, a, b:i', "(1, 'x', NULL), (2, NULL, 3)")).toEqual(['1,x,', '2,,3']);
  });

  it('E-3: every line ends with CR LF, and no lone one is outside quotes', async () => {
    const [line] = await texts([`concat('a', chr(10), 'b', chr(13), 'c')`]);
    expect(line).toBe('a b c');
  });
});

describe('quoting', () => {
  it('E-6: delimiter, quote, space or tab at an end are quoted; a space inside is not', async () => {
    expect(
      await texts([`'a,b'`, `'say "hi"'`, `' x'`, `'x '`, `concat(chr(9), 'x')`, `'a b'`, `'a;b'`]),
    ).toEqual(['"a,b"', '"say ""hi"""', '" x"', '"x "', '"\tx"', 'a b', 'a;b']);
  });

  it('E-6: with a semicolon as delimiter the comma is a letter like others', async () => {
    expect(await texts([`'a,b'`, `'a;b'`], { dialect: 'excel-eu' })).toEqual(['a,b', '"a;b"']);
  });

  it('E-7: null is nothing, empty text is quoted', async () => {
    expect(await texts(['NULL', `''`])).toEqual(['', '""']);
  });

  it('E-7: in a file of one column null is quoted too', async () => {
    const rows = `('b'), (NULL), (''), ('a')`;
    expect(await linesOf('text', rows, {}, 'text')).toEqual(['""', 'a', 'b', '""']);
    expect(await linesOf('n:i', '(2), (NULL)', {}, 'n')).toEqual(['2', '""']);
  });
});

describe('numbers', () => {
  it('E-8: integers are digits, from least to most', async () => {
    const rows = '(-9223372036854775808), (0), (9223372036854775807)';
    expect(await linesOf('k:i', rows)).toEqual([
      '-9223372036854775808',
      '0',
      '9223372036854775807',
    ]);
  });

  it('E-9: money has two places and no sign of zero', async () => {
    const rows = '(1, -0.00::DECIMAL(12,2)), (2, 1234567.5), (3, -0.05)';
    expect(await linesOf('k:i, m:m', rows)).toEqual(['1,0.00', '2,1234567.50', '3,-0.05']);
  });

  it('E-10: a ratio has six places; what is no number is null and counted', async () => {
    const rows = `(1, 0.5::DOUBLE), (2, 'nan'::DOUBLE), (3, 'inf'::DOUBLE), (4, 0.0000005)`;
    expect(await linesOf('k:i, r:rd', rows)).toEqual(['1,0.500000', '2,', '3,', '4,0.000001']);
    const preset = `rule_${presets}`;
    const { files } = await place.run({ subject: { kind: 'preset', preset } });
    expect(files[0]!.unrepresentable).toBe(2);
  });

  it('E-11: a double is rounded half away from zero by its shortest text', async () => {
    const rows = [1.005, 2.675, -1.005, 0.285, 1e-7, -0.004, 9999999999.99, 9999999999.995, 1e20];
    const values = rows.map((value, k) => `(${k}, ${value}::DOUBLE)`).join(', ');
    const lines = await linesOf('k:i, m:md', values);
    expect(lines.map((line) => line.slice(2))).toEqual([
      '1.01',
      '2.68',
      '-1.01',
      '0.29',
      '0.00',
      '0.00',
      '9999999999.99',
      '',
      '',
    ]);
  });

  it('the decimal sign of excel-eu is a comma, and its numbers are not quoted', async () => {
    expect(
      await linesOf('k:i, m:m', '(1, -25.50::DECIMAL(12,2))', { dialect: 'excel-eu' }),
    ).toEqual(['1;-25,50']);
  });
});

describe('times', () => {
  it('E-12, E-14: dates and booleans in their one form', async () => {
    const rows = `(1, DATE '2025-01-02', true), (2, DATE '0999-12-31', false), (3, DATE '10000-01-01', NULL)`;
    expect(await linesOf('k:i, d:d, b:b', rows)).toEqual([
      '1,2025-01-02,true',
      '2,0999-12-31,false',
      '3,,',
    ]);
  });

  it('E-13: times are cut to milliseconds, before 1970 as well', async () => {
    const times = [
      '2025-12-22 10:30:51.999999',
      '1969-12-31 23:59:59.999999',
      '2000-01-01 00:00:00',
    ];
    const rows = times.map((time, k) => `(${k}, TIMESTAMPTZ '${time}Z')`).join(', ');
    expect(await linesOf('k:i, t_utc:t', rows)).toEqual([
      '0,2025-12-22T10:30:51.999',
      '1,1969-12-31T23:59:59.999',
      '2,2000-01-01T00:00:00.000',
    ]);
  });
});

describe('text', () => {
  it('E-15: each line break is one space, U+0000 goes, all else stays', async () => {
    const hostile = `concat('a', chr(13), chr(10), chr(133), chr(8232), chr(8233), 'b', chr(0), 'é', chr(127937))`;
    expect(await texts([hostile, `concat('e', chr(769))`])).toEqual(['a    bé🏁', 'e\u0301']);
    const { files } = await place.run({ subject: { kind: 'preset', preset: `rule_${presets}` } });
    expect(files[0]!.nulCharactersRemoved).toBe(1);
  });

  it('E-15: line breaks can be kept, then they are quoted', async () => {
    const name = 'rule_kept';
    const sql = `SELECT 1 AS k, concat('a', chr(13), chr(10), 'b') AS text FROM silver.one`;
    place.preset(name, { columns: 'k:i, text', sort: 'k' }, sql);
    const bytes = await place.csvOf(name, { keepLineBreaks: true });
    expect(bytes.toString()).toBe('\uFEFFk,text\r\n1,"a\r\nb"\r\n');
  });

  it('formulas get an apostrophe when asked for, numbers never, and they are counted', async () => {
    const form = { neutralise: true };
    const rows = `(-1, '=1'), (2, '+1'), (3, '-x,'), (4, '@a'), (5, concat(chr(9), 'x')), (6, 'a=1')`;
    expect(await linesOf('k:i, text', rows, form)).toEqual([
      `-1,'=1`,
      `2,'+1`,
      `3,"'-x,"`,
      `4,'@a`,
      `5,'\tx`,
      '6,a=1',
    ]);
    const subject = { kind: 'preset' as const, preset: `rule_${presets}` };
    const { files } = await place.run({ subject, ...form });
    expect(files[0]!.neutralised).toBe(5);
  });
});

describe('rows', () => {
  it('E-16: ties are broken by the other columns from left to right', async () => {
    const rows = `(1, 'b', 1), (1, 'a', 2), (0, 'z', 9), (1, 'a', 1)`;
    expect(await linesOf('k:i, a, b:i', rows)).toEqual(['0,z,9', '1,a,1', '1,a,2', '1,b,1']);
  });

  it('E-16, E-17: all rows are there, and the same version gives the same bytes', async () => {
    const columns = { k: 'integer', text: 'string' };
    place.lake.create('silver.many', columns);
    const rows = `SELECT (i * 7919 % 1009)::INT AS k, 'text ' || i AS text FROM range(50000) t(i)`;
    await place.lake.append('silver.many', { rows });
    const sql = 'SELECT * FROM silver.many';
    place.preset('many', { columns: 'k:i, text', sort: 'k desc' }, sql);
    const first = await place.csvOf('many');
    expect(first.toString().split('\r\n').length).toBe(50_002);
    expect((await place.csvOf('many')).equals(first)).toBe(true);
  });
});
