import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure';
import { failureCodes } from './failure';

describe('describeFailure', () => {
  it.each(failureCodes)('%s has a title, facts and something to do', (code) => {
    const { title, message, fix } = describeFailure({ code, facts: {}, lastLogLines: [] });
    expect(title.length).toBeGreaterThan(5);
    expect(message.length).toBeGreaterThan(0);
    expect(fix).toMatch(/^[A-Z].*\.$/);
    expect(`${title}${message}${fix}`).not.toMatch(/!|\bwe\b|undefined/i);
  });
});
