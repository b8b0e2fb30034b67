import { afterEach, describe, expect, it } from 'vitest';
import { describeFailure } from '../../../main/contract/describe-failure';
import { sayEvent } from '../../../main/contract/event-sentences';
import { failureCodes } from '../../../main/contract/failure';
import type { Failure } from '../../../main/contract/failure';
import { invalidSetting, sayReason } from '../../../main/contract/reason-sentences';
import { eventText } from './event-text';
import { failureText } from './failure-text';
import { showLanguage } from './language';

const failure = (code: Failure['code'], facts: Failure['facts'] = {}): Failure => ({
  code,
  facts,
  lastLogLines: [],
});
afterEach(() => showLanguage('en'));

describe('the text of a failure', () => {
  it.each(failureCodes)('%s says in English what the command line says', (code) => {
    expect(failureText(failure(code))).toEqual(describeFailure(failure(code)));
  });

  it.each(failureCodes)('%s has a French title, facts and something to do', (code) => {
    const english = failureText(failure(code));
    showLanguage('fr');
    const { title, message, fix } = failureText(failure(code));
    expect(title).not.toBe(english.title);
    expect(fix).not.toBe(english.fix);
    expect(fix).toMatch(/^\p{Lu}.*\.$/u);
    expect(`${title}${message}${fix}`).not.toMatch(/!|undefined|\{\{|\bvous\b/i);
  });

  it('fills in its facts, a dash for one that is not known, and their French words', () => {
    showLanguage('fr');
    const port = failure('PORT_BUSY', { port: 9092, program: 'nginx', pid: null });
    expect(failureText(port)).toMatchObject({
      title: 'Le port 9092 est occupé',
      message: 'nginx (pid —) écoute sur 127.0.0.1:9092.',
    });
    const folder = failure('EXPORT_PATH_DENIED', { folder: '/f', reason: 'it is not a folder' });
    expect(failureText(folder).message).toBe('/f\u202f: ce n’est pas un dossier.');
  });

  it('has a reason of ours in its language, with the facts of the reason', () => {
    const { failure: told } = invalidSetting('a.b', sayReason('noNumber', { min: 0.5, max: 5000 }));
    expect(failureText(told).message).toBe('It must be a number from 0.5 to 5,000.');
    showLanguage('fr');
    expect(failureText(told).message).toBe('La valeur doit être un nombre de 0,5 à 5\u202f000.');
    const passedOver = sayEvent('settingPassedOver', { setting: 'a.b' }, told);
    expect(eventText(passedOver)).toBe(
      'a.b\u202f: La valeur doit être un nombre de 0,5 à 5\u202f000. La valeur par défaut est utilisée.',
    );
  });

  it('does not read texts out of facts', () => {
    const reason = '{{title}} $t(product) &<b>';
    expect(failureText(failure('SQL_INVALID', { reason })).message).toBe(reason);
  });

  it('has a second text where a code has facts of two kinds', () => {
    const full = failure('EXPORT_NO_SPACE', { folder: '/f', writtenBytes: 10, freeBytes: 0 });
    expect(failureText(full).message).toMatch(/^The disk was full after 10 bytes; 0 are free/);
    const told = failure('PACK_INVALID', { message: 'stream.json, field x: missing' });
    expect(failureText(told).message).toBe('stream.json, field x: missing');
  });
});
