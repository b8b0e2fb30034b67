import { afterEach, describe, expect, it } from 'vitest';
import { alertRule } from '../../../main/contract/alerts';
import type { Alert } from '../../../main/contract/alerts';
import { showLanguage } from './language';
import { alertText, scoreDetails } from './spoken-text';

const alert = (rule: Alert['rule'], value: number | null, limit: number | null): Alert => ({
  ...{ alertId: 'a', rule, subject: '', severity: 'warning', pack: 'sales', message: 'English' },
  ...{ raisedAtMs: 0, clearedAtMs: null, value, limit, muted: false },
});
const shown = (text: string) => text.replaceAll('\u202f', '_');
afterEach(() => showLanguage('en'));

describe('an alert', () => {
  it.each(alertRule.options)('%s is said in both languages', (rule) => {
    const english = alertText(alert(rule, 12, 10));
    showLanguage('fr');
    const french = alertText(alert(rule, 12, 10));
    expect(french).not.toBe(english);
    expect(`${english}${french}`).not.toMatch(/\{\{|undefined|spoken\./);
  });

  it('writes its figures as its rule means them', () => {
    expect(alertText(alert('lag', 12_480, 10_000))).toContain('12,480 records');
    expect(alertText(alert('diskLow', 1.5e9, 2e9))).toContain('1.5 GB are free');
    showLanguage('fr');
    expect(shown(alertText(alert('latency', 4_250, 3_000)))).toContain(
      '4,25_s ; 3,00_s'.replace(' ;', '_;'),
    );
    expect(shown(alertText(alert('rejected', 0.123, null)))).toContain('12,3_% des derniers');
  });
});

describe('the details of a score', () => {
  const score = { score: 0.995, passed: true, records: 2000, atMs: 0, tables: [] };

  it('count in the language of the window', () => {
    const details = '1990 of 2000 rows have all required fields.';
    showLanguage('fr');
    expect(shown(scoreDetails('bronze_schema_validation', { ...score, details }))).toBe(
      '1_990 lignes sur 2_000 ont tous les champs requis.',
    );
  });

  it('are what main says where nothing was counted', () => {
    const nothing = { ...score, records: 0, details: 'No rows to look at.' };
    showLanguage('fr');
    expect(scoreDetails('bronze_null_check', nothing)).toBe('Aucune ligne à examiner.');
    expect(scoreDetails('bronze_null_check', { ...score, details: 'Other.' })).toBe('Other.');
  });
});
