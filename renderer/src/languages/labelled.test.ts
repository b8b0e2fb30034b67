import { afterEach, describe, expect, it } from 'vitest';
import { eventText } from './event-text';
import { labelled, showLanguage } from './language';

afterEach(() => showLanguage('en'));

describe('a label before its text', () => {
  it('has the colon as the language sets it', () => {
    expect(labelled('Remedy', 'free the port')).toBe('Remedy: free the port');
    showLanguage('fr');
    expect(labelled('Remède', 'libérer le port')).toBe('Remède\u202f: libérer le port');
  });

  it('names the check of an alert so', () => {
    const alert = { rule: 'quality', subject: 'silver_dedup_check', value: 0.9, limit: 1 } as const;
    const event = { message: '', told: { alert: { ...alert, clearedAtMs: null } } };
    expect(eventText(event)).toMatch(/^[^:\u202f]+: /);
    showLanguage('fr');
    expect(eventText(event)).toMatch(/^[^:\u202f]+\u202f: /);
  });
});
