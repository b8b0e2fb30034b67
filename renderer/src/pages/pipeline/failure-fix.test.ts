import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../../main/contract/failure';
import { failureFix } from './failure-fix';

const fixOf = (code: FailureCode, facts: Record<string, string> = {}) =>
  failureFix({ code, facts, lastLogLines: [] })?.href ?? null;

describe('what the window does about a failure', () => {
  it('of a service: it shows its log', () => {
    expect(fixOf('SERVICE_NOT_READY', { service: 'broker' })).toBe('/logs?source=broker');
    expect(fixOf('SERVICE_EXITED', { service: 'streaming job' })).toBe('/logs?source=streamingJob');
    expect(fixOf('SERVICE_EXITED', { service: 'something else' })).toBeNull();
  });

  it('of the disk or of the settings: it opens where that is changed', () => {
    expect(fixOf('DISK_TOO_FULL')).toBe('/settings/general');
    expect(fixOf('SETTINGS_FILE_INVALID')).toBe('/settings');
  });

  it('is nothing where only a person can do something', () => {
    expect(fixOf('JAVA_NOT_FOUND')).toBeNull();
    expect(fixOf('INTERNAL')).toBeNull();
  });
});
