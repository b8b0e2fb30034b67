import { afterEach, describe, expect, it } from 'vitest';
import { eventSentences, sayEvent } from '../../../main/contract/event-sentences';
import { exportSentences, sayExport } from '../../../main/contract/export-sentences';
import { failed } from '../../../main/contract/failure';
import { eventText, exportNoticeText } from './event-text';
import { showLanguage, tOr } from './language';

const shown = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, '_');
afterEach(() => showLanguage('en'));

describe('the text of an event', () => {
  const ended = sayEvent(
    'serviceEnded',
    { seconds: 2 },
    failed('SERVICE_EXITED', { service: 'broker', exitCode: null, signal: 'SIGKILL' }).failure,
  );

  it('says in English what main says, and the same in French with the text of its failure', () => {
    expect(eventText(ended)).toBe(ended.message);
    expect(ended.message).toBe(
      'Ended by itself. Exit code —, signal SIGKILL. Starts again in 2 s.',
    );
    showLanguage('fr');
    expect(shown(eventText(ended))).toBe(
      'Arrêt inattendu. Code de sortie —, signal SIGKILL. Nouveau démarrage dans 2_s.',
    );
  });

  it('is the message of an earlier version, of another program, and of a newer one', () => {
    showLanguage('fr');
    expect(eventText({ message: 'kept as text', told: null })).toBe('kept as text');
    expect(eventText({ message: 'said by Spark' })).toBe('said by Spark');
    const newer = { sentence: { name: 'newer', facts: {} } };
    expect(eventText({ message: 'not known here', told: newer })).toBe('not known here');
  });

  it('says an alert by its figures, and that it is over', () => {
    const alert = { rule: 'lag', subject: '', value: 1_400, limit: 1_000 } as const;
    const event = { message: '1400 records', told: { alert: { ...alert, clearedAtMs: null } } };
    expect(eventText(event)).toBe('1,400 records are not processed yet; the limit is 1,000.');
    showLanguage('fr');
    expect(eventText(event)).toMatch(/ne sont pas encore traités/);
    const over = { ...event, told: { alert: { ...alert, clearedAtMs: 1 } } };
    expect(shown(eventText(over))).toMatch(/^Terminé_: 1_400 enregistrements/);
    const check = { ...alert, rule: 'quality', subject: 'bronze_null_check' } as const;
    const scored = eventText({ message: '', told: { alert: { ...check, clearedAtMs: null } } });
    expect(scored).not.toContain('bronze_null_check');
    expect(scored).toMatch(/^.+: Le score est de/);
  });

  it('counts one as one, in the plurals of each language', () => {
    const batch = (input: number, rejected: number, duplicates: number) =>
      sayEvent('batch', {
        ...{ batchId: 7, pack: 'sales', bronze: 1, silver: 0, late: 0 },
        ...{ input, rejected, duplicates },
      });
    const vacuumed = (files: number, sizeBytes: number) =>
      sayEvent('vacuumed', { table: 't', retentionHours: 1, files, sizeBytes });
    const english = [batch(1, 0, 1), batch(2, 1, 0), vacuumed(1, 1), vacuumed(0, 2)];
    const texts = [
      'Batch 7 of sales: 1 record, 1 to Bronze, 0 to Silver, 0 rejected, 1 duplicate, 0 late.',
      'Batch 7 of sales: 2 records, 1 to Bronze, 0 to Silver, 1 rejected, 0 duplicates, 0 late.',
      'Vacuumed t with 1 hour: deleted 1 file, 1 byte.',
      'Vacuumed t with 1 hour: deleted 0 files, 2 bytes.',
    ];
    expect(english.map(({ message }) => message)).toEqual(texts);
    expect(english.map(eventText)).toEqual(texts);
    showLanguage('fr');
    // French counts none as one.
    expect(shown(eventText(batch(2, 0, 3)))).toBe(
      'Batch 7 de sales_: 2 enregistrements, 1 en Bronze, 0 en Silver, 0 rejeté, 3 doublons, 0 en retard.',
    );
    expect(shown(eventText(vacuumed(0, 2)))).toBe(
      'Vacuum de t avec 1 heure_: suppression de 0 fichier, 2 octets.',
    );
    const files = { table: 't', filesAfter: 1, tableVersion: 3 };
    const compacted = [1, 812].map((filesBefore) =>
      shown(eventText(sayEvent('compacted', { ...files, filesBefore }))),
    );
    expect(compacted).toEqual([
      'Compactage de t_: de 1 fichier à 1, version 3.',
      'Compactage de t_: de 812 fichiers à 1, version 3.',
    ]);
  });

  it('translates the words of the control center in its facts', () => {
    showLanguage('fr');
    const what = "tables, checkpoints, the producer's record";
    expect(shown(eventText(sayEvent('reset', { level: 'data', what })))).toBe(
      'Réinitialisation «_data_»_: supprimé_: tables, checkpoints, registre du producteur.',
    );
  });

  it('differs between the languages for every sentence that has words', () => {
    const sentences = { events: eventSentences, exportNotices: exportSentences };
    const named = Object.entries(sentences).flatMap(([catalog, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${catalog}.${name}`, text] as const),
    );
    const worded = named.filter(([, text]) => /[a-z]{4}/.test(text.replaceAll(/\{\{\w+\}\}/g, '')));
    showLanguage('fr');
    for (const [key, text] of worded) expect([key, tOr(key, text)]).not.toEqual([key, text]);
    expect(worded.length).toBeGreaterThan(35);
  });
});

it('a notice of an export is said in the language of the window', () => {
  const notice = sayExport('unpack', { folder: '/pack' });
  expect(exportNoticeText(notice)).toBe(notice.message);
  showLanguage('fr');
  expect(shown(exportNoticeText(notice))).toMatch(/^Les requêtes lisent \/pack_: y décompresser/);
});
