import { afterEach, describe, expect, it } from 'vitest';
import type { DoctorCheck } from '../../../main/contract/doctor';
import { doctorSentences, say } from '../../../main/contract/doctor-sentences';
import { doctorText } from './doctor-text';
import { showLanguage, tOr } from './language';

const check = (told: DoctorCheck['told']): DoctorCheck => ({
  id: 'disk',
  question: 'Is there room on the disk?',
  result: 'warning',
  answer: 'English answer',
  remedy: 'English remedy',
  tookMs: 1,
  action: null,
  muted: false,
  ...(told && { told }),
});
afterEach(() => showLanguage('en'));

describe('the text of a check', () => {
  const low = check({ answer: say('diskLow', { gigabytes: '4.2' }), remedy: say('doFreeDisk') });

  it('is said in the language of the window', () => {
    expect(doctorText(low).answer).toBe('4.2 GB are free. 10 GB are advised.');
    showLanguage('fr');
    const { answer, remedy } = doctorText(low);
    expect(answer.replaceAll('\u202f', '_')).toBe('4.2_Go sont libres. 10_Go sont conseillés.');
    expect(remedy).toMatch(/^Libérer de l’espace disque/);
  });

  it('is that of the failure where the question failed', () => {
    showLanguage('fr');
    const facts = { bootstrapServers: '127.0.0.1:1' };
    const failure = { code: 'KAFKA_NOT_READY' as const, facts, lastLogLines: [] };
    expect(doctorText(check({ failure })).answer).toBe(
      'Le broker Kafka ne répond pas. Aucune réponse de 127.0.0.1:1.',
    );
  });

  it('is the English one where there is nothing to translate', () => {
    showLanguage('fr');
    const unknown = { name: 'newer', facts: {} };
    expect(doctorText(check(undefined)).answer).toBe('English answer');
    expect(doctorText(check({ answer: unknown, remedy: null }))).toEqual({
      answer: 'English answer',
      remedy: null,
    });
  });

  it('differs between the languages for every sentence that has words', () => {
    const names = Object.entries(doctorSentences).filter(([, text]) =>
      /[a-z]{4}/.test(
        text.replaceAll(/\{\{\w+\}\}/g, '').replace(/cluster|Java|DuckDB|tables/, ''),
      ),
    );
    showLanguage('fr');
    for (const [name, text] of names)
      expect([name, tOr(`doctor.${name}`, text)]).not.toEqual([name, text]);
    expect(names.length).toBeGreaterThan(45);
  });
});
