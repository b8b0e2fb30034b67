import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '../contract/alert-limits';
import { chosenThresholds, defaultThresholds } from '../contract/quality';
import type { SettingsReport } from '../contract/settings';
import { derivedSettings } from './derived-settings';
import { loadPack } from './load-pack';
import { dataPaths } from './paths';
import { settingDefinitions } from './setting-definitions';
import { environmentName, Settings } from './settings';

const rate = 'producer.ratePerSecond';
const premium = 'analytics.premiumThreshold';
const { pack } = loadPack(join(__dirname, '../../resources'), 'sales');
const definitions = settingDefinitions([pack]);
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-settings-'));
  file = join(folder, 'data', 'settings.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (flags: string[] = [], environment: Record<string, string> = {}) =>
  Settings.open({ file, definitions, environment, flags });
const write = async (text: string) => {
  await (await open()).change(rate, 1);
  writeFileSync(file, text);
};
const of = (report: SettingsReport, name: string) =>
  report.settings.find((setting) => setting.name === name);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { failure: unknown }) => error.failure,
  );

describe('settings', () => {
  it('are the defaults without a file, and make none', async () => {
    const settings = await open();
    expect(of(settings.report(), premium)).toMatchObject({ value: 500, source: 'default' });
    expect(settings.number(rate)).toBeNull();
    expect(settings.isOn('httpApi.enabled')).toBe(false);
    expect(settings.numbersOf('analytics')).toEqual({
      loyaltyThreshold: 2,
      premiumThreshold: 500,
      standardThreshold: 100,
    });
    expect(existsSync(file)).toBe(false);
  });

  it('come from the file, over it the environment, over it the flags', async () => {
    await write(`analytics:\n  premiumThreshold: 600\nproducer:\n  ratePerSecond: 7\n`);
    const environment = { DELTADESK_PRODUCER_RATE_PER_SECOND: '8' };
    const settings = await open([`${premium}=700`], environment);
    const report = settings.report();
    expect(of(report, rate)).toMatchObject({
      value: 8,
      source: 'environment',
      fixedBy: 'DELTADESK_PRODUCER_RATE_PER_SECOND',
    });
    expect(of(report, premium)).toMatchObject({ value: 700, source: 'flag', fixedBy: '--set' });
    expect((await open()).number(rate)).toBe(7);
    expect(report.problems).toEqual([]);
  });

  it('are kept in the file with what a person wrote beside them', async () => {
    await write('# mine\nanalytics:\n  # generous\n  premiumThreshold: 600\n');
    const settings = await open();
    await settings.change(rate, 50);
    expect(readFileSync(file, 'utf8')).toBe(
      '# mine\nanalytics:\n  # generous\n  premiumThreshold: 600\nproducer:\n  ratePerSecond: 50\n',
    );
    await settings.reset(premium);
    expect((await open()).number(premium)).toBe(500);
    expect((await open()).number(rate)).toBe(50);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that follow from the data folder are shown and cannot be set anywhere', async () => {
    await write('data:\n  bronzePath: /elsewhere\n');
    const name = 'data.bronzePath';
    const derived = derivedSettings(dataPaths(folder));
    const environment = { DELTADESK_DATA_BRONZE_PATH: '/elsewhere' };
    const openWith = (flags: string[]) =>
      Settings.open({ file, definitions: [...definitions, ...derived], environment, flags });
    const settings = await openWith([]);
    const report = settings.report();
    expect(of(report, name)).toMatchObject({
      value: join(folder, 'delta', 'bronze'),
      source: 'default',
      fixedBy: 'data.folder',
    });
    const facts = { setting: name, reason: expect.stringContaining('data.folder decides it') };
    expect(report.problems).toMatchObject([{ message: expect.stringContaining(name) }]);
    const refusals = [settings.change(name, '/elsewhere'), openWith([`${name}=/elsewhere`])];
    for (const refusal of refusals)
      expect(await failureOf(refusal)).toMatchObject({ code: 'SETTING_INVALID', facts });
  });

  it('wait for the next start where they must, and say so', async () => {
    const settings = await open();
    const heard: SettingsReport[] = [];
    settings.onChange = (report) => heard.push(report);
    const report = await settings.change(premium, 750);
    expect(of(report, premium)).toMatchObject({ value: 750, waiting: { running: 500 } });
    expect(settings.number(premium)).toBe(500);
    expect(heard).toEqual([report]);
    expect(of(await settings.reset(premium), premium)?.waiting).toBeNull();
  });

  it('that the environment decides cannot be changed', async () => {
    const settings = await open([], { [environmentName(rate)]: '8' });
    expect(await failureOf(settings.change(rate, 9))).toMatchObject({ code: 'SETTING_INVALID' });
    expect(existsSync(file)).toBe(false);
  });

  it('of the file that cannot be used are named and passed over', async () => {
    await write('analytics:\n  premiumThreshold: many\n  premium: 1\nlanguage: fr\n');
    const settings = await open();
    expect(settings.number(premium)).toBe(500);
    expect(settings.report().problems.map(({ message }) => message)).toEqual([
      `${premium}: It must be a number from 0 to 1000000. The default is used.`,
      'analytics.premium is not a setting; it was passed over.',
      'language is not a setting; it was passed over.',
    ]);
    // For the window's other languages.
    const reason = { name: 'noNumber', facts: { min: 0, max: 1_000_000 } };
    expect(settings.report().problems[0]?.told.failure).toMatchObject({ reason });
  });

  it('that the file does not have are reset to what they were, and a file is not made', async () => {
    const settings = await open();
    expect(of(await settings.reset(rate), rate)).toMatchObject({ source: 'default' });
    expect(existsSync(file)).toBe(false);
  });

  it('find their place in a group that is empty, and leave alone what is no group', async () => {
    await write('producer:\nanalytics: many\n');
    const settings = await open();
    expect(of(await settings.change(rate, 9), rate)).toMatchObject({ value: 9, source: 'file' });
    expect(await failureOf(settings.change(premium, 9))).toMatchObject({
      code: 'SETTINGS_FILE_INVALID',
      facts: { reason: '"analytics" must hold names with values' },
    });
    expect(readFileSync(file, 'utf8')).toContain('analytics: many');
  });

  it.each([
    ['a: [1', /line 1/],
    ['- a\n- b\n', /groups with names/],
  ])('refuse a file that is not theirs, and leave it: %s', async (text, reason) => {
    await write(text);
    expect(await failureOf(open())).toMatchObject({
      code: 'SETTINGS_FILE_INVALID',
      facts: { file, reason: expect.stringMatching(reason) as string },
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it.each([
    [rate, 0.1, 'SETTING_INVALID'],
    ['httpApi.port', 1.5, 'SETTING_INVALID'],
    ['httpApi.enabled', 'yes', 'SETTING_INVALID'],
    ['kafka.mirrorGroup', 'a b', 'SETTING_INVALID'],
    [premium, null, 'SETTING_INVALID'],
    ['analytics.premium', 1, 'SETTING_UNKNOWN'],
  ])('refuse %s = %s', async (name, value, code) => {
    expect(await failureOf((await open()).change(name, value))).toMatchObject({ code });
    expect(await failureOf(open([`${name}=${value ?? ''}`]))).toMatchObject({ code });
  });

  it('limits of alerts and checks hold at once, and only within their range', async () => {
    const settings = await open(['alerts.lagRecords=50'], { DELTADESK_ALERTS_LATENCY_P95_MS: '9' });
    expect(settings.numbersOf('alerts')).toMatchObject({ lagRecords: 50, latencyP95Ms: 9 });
    expect({ ...settings.numbersOf('alerts'), lagRecords: 1_000, latencyP95Ms: 3_000 }).toEqual(
      defaultLimits,
    );
    await settings.change('quality.bronzeNullCheck', 0.5);
    expect(chosenThresholds(settings.numbersOf('quality'))).toEqual({
      ...defaultThresholds,
      bronze_null_check: 0.5,
    });
    expect(await failureOf(settings.change('quality.bronzeNullCheck', 1.5))).toMatchObject({
      code: 'SETTING_INVALID',
    });
  });
});
