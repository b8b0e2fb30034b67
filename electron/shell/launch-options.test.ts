import { describe, expect, it } from 'vitest';
import { readLaunchOptions, relaunchArguments } from './launch-options';

describe('launch options', () => {
  it('takes the flag over the environment, in both spellings', () => {
    const environment = { DELTADESK_DATA_FOLDER: '/env' };
    expect(readLaunchOptions(['--data-folder', '/flag'], environment).dataFolder).toBe('/flag');
    expect(readLaunchOptions(['--data-folder=/flag'], environment).dataFolder).toBe('/flag');
    expect(readLaunchOptions(['.', '--no-sandbox'], environment).dataFolder).toBe('/env');
  });

  it('starts the pipeline unless told to be idle', () => {
    expect(readLaunchOptions(['--data-folder', '/a'], {}).startPipeline).toBe(true);
    expect(readLaunchOptions(['--data-folder', '/a', '--idle'], {}).startPipeline).toBe(false);
  });

  it('takes the pack that is named, and none otherwise', () => {
    expect(readLaunchOptions(['--data-folder', '/a', '--pack', 'orders'], {}).pack).toBe('orders');
    expect(readLaunchOptions(['--data-folder', '/a'], {}).pack).toBeNull();
  });

  it('takes every setting for this run', () => {
    const args = ['--data-folder', '/a', '--set', 'a.b=1', '--set', 'c.d=x=y'];
    expect(readLaunchOptions(args, {}).set).toEqual(['a.b=1', 'c.d=x=y']);
  });

  it('never guesses a data folder under test', () => {
    expect(() => readLaunchOptions([], { DELTADESK_TEST: '1' })).toThrow(/must be named/);
  });

  it('of a restart start the pipeline that ran, and no other', () => {
    const args = ['.', '--data-folder', '/a', '--idle'];
    const again = (startPipeline: boolean) =>
      readLaunchOptions(relaunchArguments(args, { dataFolder: '/a', startPipeline }), {});
    expect(again(true)).toMatchObject({ dataFolder: '/a', startPipeline: true });
    expect(again(false)).toMatchObject({ dataFolder: '/a', startPipeline: false });
  });

  it('are the same on another data folder', () => {
    const reopening = { dataFolder: '/b', startPipeline: true };
    for (const named of [['--data-folder', '/a'], ['--data-folder=/a'], []])
      expect(relaunchArguments(['.', '--pack', 'orders', ...named, '--idle'], reopening)).toEqual([
        '.',
        '--pack',
        'orders',
        '--data-folder',
        '/b',
      ]);
  });
});
