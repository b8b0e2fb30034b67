import { describe, expect, it } from 'vitest';
import { convertCell } from './convert-cell';
import { eventTimeMs } from './iso-time';

describe('a cell that holds a time', () => {
  it.each([
    ['2026-11-21T10:00:00.123456Z', '2026-11-21T10:00:00.123456Z'],
    ['2026-11-21 10:00:00', '2026-11-21T10:00:00Z'],
    ['2026-11-21T10:00', '2026-11-21T10:00:00Z'],
    ['2026-11-21', '2026-11-21T00:00:00Z'],
    ['2026-11-21 10:00:00,5 +0130', '2026-11-21T10:00:00.5+01:30'],
    ['2026-11-21 10:00:00.123456789-05', '2026-11-21T10:00:00.123456789-05:00'],
    ['2026-11-21t10:00:05z', '2026-11-21T10:00:05Z'],
  ])('is %s: the job reads %s', (cell, sent) => {
    expect(convertCell(cell, 'timestamp')).toBe(sent);
  });

  it.each([
    '2026-02-30 10:00:00',
    '2026-11-21 24:00:00',
    '2026-11-21 10:00:61',
    '2026-11-21 10:00:00.1234567890',
    '2026-11-21 10:00:00+19:00',
    '0000-01-01',
    '21/11/2026',
  ])('is none when the calendar or the job has no such time: %s', (cell) => {
    expect(() => convertCell(cell, 'timestamp')).toThrow(`"${cell}" is not of type timestamp`);
  });

  it('is the same moment whichever way it is written', () => {
    const moments = ['2026-11-21 11:30:00.123999+0130', '2026-11-21T10:00:00.123Z'];
    expect(moments.map(eventTimeMs)).toEqual(Array(2).fill(Date.UTC(2026, 10, 21, 10, 0, 0, 123)));
  });
});
