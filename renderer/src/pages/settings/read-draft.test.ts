import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../../main/contract/settings';
import { readDraft } from './read-draft';

const hours: Pick<Setting, 'kind' | 'nullable'> = {
  kind: { type: 'number', min: 1, max: 87_600, integer: true, unit: 'h' },
  nullable: true,
};
const group: Pick<Setting, 'kind' | 'nullable'> = {
  kind: { type: 'text', pattern: '[a-z]{1,3}' },
  nullable: false,
};

describe('a typed text', () => {
  it('is the number it says, within the bounds', () => {
    expect(readDraft(hours, ' 168 ', false)).toEqual({ value: 168 });
    const problem = 'It must be a whole number from 1 to 87,600.';
    for (const text of ['0', '87601', '1.5'])
      expect(readDraft(hours, text, false)).toEqual({ problem });
  });

  it('that the browser cannot read as a number is not taken for empty', () => {
    expect(readDraft(hours, '', true)).toHaveProperty('problem');
    expect(readDraft(hours, '', false)).toEqual({ value: null });
  });

  it('has to fit the whole pattern, and may be missing only where the setting says so', () => {
    expect(readDraft(group, 'abc', false)).toEqual({ value: 'abc' });
    expect(readDraft(group, 'abcd', false)).toHaveProperty('problem');
    expect(readDraft(group, '', false)).toEqual({ problem: 'It must have a value.' });
  });
});
