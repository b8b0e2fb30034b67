import { afterEach, describe, expect, it } from 'vitest';
import type { Alert } from '../../../main/contract/alerts';
import type { Overview } from '../../../main/contract/api';
import { Looks } from '../looks';
import { shellTexts } from '../texts/shell-texts';
import { decideNotification, quietMs } from './decide-notification';
import { happeningOfAlert, happeningOfExport, happeningOfStatus } from './happening';
import type { Happening } from './happening';

const texts = shellTexts('en');
type Status = Overview['pipeline'];
const failure = { code: 'KAFKA_NOT_READY', facts: {}, lastLogLines: [] } as const;
const status = (state: Status['state'], job: object = { state: 'running' }): Status =>
  ({
    state,
    failure: state === 'failed' ? failure : null,
    services: { broker: { state: 'running' }, streamingJob: job },
  }) as unknown as Status;
const about = (cause: string): Happening => ({ cause, title: cause, body: 'b', address: '/x' });
const away = { told: new Map(), nowMs: 0, isInBackground: true, isWanted: true };

describe('what is worth a notification', () => {
  it('is a failure, once, with its reason and its place', () => {
    const failed = status('failed');
    expect(happeningOfStatus(status('running'), failed, false, texts)).toEqual({
      cause: 'failed:pipeline',
      title: 'The pipeline has failed',
      body: 'The Kafka broker does not answer',
      address: '/pipeline',
    });
    expect(happeningOfStatus(failed, failed, true, texts)).toBeNull();
  });

  it('is a part that is given up while the others go on', () => {
    const given = status('degraded', { state: 'failed', failure });
    expect(happeningOfStatus(status('running'), given, false, texts)?.title).toBe(
      'The streaming job has failed',
    );
  });

  it('is a recovery after a failure, and no usual start, stop or wobble', () => {
    const [stopped, starting, running] = [status('stopped'), status('starting'), status('running')];
    expect(happeningOfStatus(starting, running, true, texts)?.cause).toBe('recovered');
    expect(happeningOfStatus(starting, running, false, texts)).toBeNull();
    expect(happeningOfStatus(running, status('degraded'), false, texts)).toBeNull();
    expect(happeningOfStatus(running, stopped, true, texts)).toBeNull();
    expect(happeningOfStatus(null, running, false, texts)).toBeNull();
  });

  it('is an alert at its start and at its end, each a cause of its own, and an export', () => {
    const alert = { rule: 'lag', pack: 'sales', subject: '', severity: 'error', message: 'm' };
    const raised = happeningOfAlert({ ...alert, clearedAtMs: null } as Alert, texts);
    const cleared = happeningOfAlert({ ...alert, clearedAtMs: 1 } as Alert, texts);
    expect([raised.title, cleared.title]).toEqual(['Alert raised: error', 'Alert cleared']);
    expect(raised.cause).not.toBe(cleared.cause);
    const done = { folder: '/out', files: [], notices: [], elapsedMs: 1 };
    expect(happeningOfExport(done, texts)).toMatchObject({ address: '/export' });
  });
});

describe('in French', () => {
  afterEach(() => void new Looks('en-GB'));
  const shown = (text: string | undefined) => text?.replaceAll('\u202f', '_');

  it('a failure and an alert are told in French as a whole, and so are several', () => {
    const looks = new Looks('fr-FR');
    const fails = happeningOfStatus(status('running'), status('failed'), false, looks.texts)!;
    expect(fails.title).toBe('Le pipeline a échoué');
    expect(fails.body).toBe('Le broker Kafka ne répond pas');
    const alert = {
      ...{ rule: 'lag', pack: 'sales', subject: '', severity: 'error', message: '1400 records' },
      ...{ value: 1_400, limit: 1_000, clearedAtMs: null },
    } as Alert;
    const raised = happeningOfAlert(alert, looks.texts);
    expect(shown(raised.body)).toMatch(/^1_400 enregistrements .*1_000/);
    const { show } = decideNotification([fails, raised], away, looks.texts);
    expect(shown(show?.body)).toContain('Le pipeline a échoué_: Le broker Kafka ne répond pas\n');
  });

  it('follows the language that the page tells', () => {
    const looks = new Looks('fr-FR');
    looks.change({ theme: 'system', language: 'en' });
    const fails = happeningOfStatus(status('running'), status('failed'), false, looks.texts);
    expect(fails?.body).toBe('The Kafka broker does not answer');
  });
});

describe('a notification', () => {
  it('comes only while the window is in the background and notifications are wanted', () => {
    const shown = (more: object) =>
      decideNotification([about('a')], { ...away, ...more }, texts).show;
    expect(shown({})).toEqual({ title: 'a', body: 'b', address: '/x' });
    expect(shown({ isInBackground: false })).toBeNull();
    expect(shown({ isWanted: false })).toBeNull();
  });

  it('of one cause comes at most once in five minutes', () => {
    const first = decideNotification([about('a')], away, texts);
    const again = (nowMs: number) =>
      decideNotification([about('a')], { ...away, told: first.told, nowMs }, texts);
    expect(again(quietMs - 1).show).toBeNull();
    expect(again(quietMs).show).not.toBeNull();
    // What was held back does not make the silence longer.
    const held = again(quietMs - 1);
    expect(
      decideNotification([about('a')], { ...away, told: held.told, nowMs: quietMs }, texts).show,
    ).not.toBeNull();
  });

  it('tells several happenings as one, and opens the place of the first', () => {
    const { show, told } = decideNotification([about('a'), about('b'), about('a')], away, texts);
    expect(show).toEqual({ title: '2 notifications', body: 'a: b\nb: b', address: '/x' });
    expect([...told.keys()]).toEqual(['a', 'b']);
  });

  it('that the person did not miss may come later: seen happenings count as not told', () => {
    const seen = decideNotification([about('a')], { ...away, isInBackground: false }, texts);
    expect(seen.told.size).toBe(0);
  });
});
