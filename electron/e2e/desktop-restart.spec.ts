import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { ControlAddress } from '../../main/contract/wire';
import { connectToControl, readControlAddress } from '../../main/hosts/socket-client';
import { dataPaths } from '../../main/settings/paths';
import { isProcessAlive } from '../../main/supervisor/process-identity';
import { until, within } from './fixtures/deadline';
import { closeDeadlineMs } from './fixtures/opened-app';
import { commandLine, findElectron, requireBuild } from './fixtures/runtime';

/*
 * Setup: the desktop as a terminal starts it; "Restart now" of the settings, asked for as its page does.
 * Result: another process has the window and the same data folder, while the terminal's command goes
 * on, says so, and ends with it: by its own Ctrl-C, with nothing left.
 */
test('the command line goes on with the window that was restarted', async ({}, testInfo) => {
  findElectron();
  const folder = mkdtempSync(join(tmpdir(), 'deltadesk-restart-'));
  const paths = dataPaths(folder);
  const command = spawn(
    process.execPath,
    [requireBuild(commandLine), 'app', '--host', 'desktop', '--idle', '--data-folder', folder],
    { env: { ...process.env, DELTADESK_TEST: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  command.stdout.on('data', (part: Buffer) => (said += part.toString()));
  const closed = once(command, 'close');
  const anotherThan = (pid: number) =>
    until(60_000, `The window, said: ${said}`, async () => {
      if (command.exitCode !== null) throw new Error(`The command line ended: ${said}`);
      const control = await readControlAddress(paths.control);
      return control && control.pid !== pid ? control : null;
    });
  try {
    const first = await anotherThan(0);
    await until(10_000, 'The first window, told', () => said.includes('Ctrl-C') || null);
    await restart(first);
    const second = await anotherThan(first.pid);
    await until(
      10_000,
      'The second window, told',
      () => said.includes(`Opened: ${folder}`) || null,
    );
    expect([isProcessAlive(first.pid), isProcessAlive(second.pid)]).toEqual([false, true]);
    expect(said).not.toContain('Nothing is left running');

    command.kill('SIGTERM');
    expect(await within(closeDeadlineMs, 'The end', closed)).toEqual([0, null]);
    expect(said).toMatch(/Stopped\. Nothing is left running\.\n$/);
    expect(isProcessAlive(second.pid)).toBe(false);
    expect(existsSync(join(folder, 'run', 'instance.lock'))).toBe(false);
  } finally {
    command.kill('SIGTERM');
    await within(closeDeadlineMs, 'The end', closed).catch(() => command.kill('SIGKILL'));
    await testInfo.attach('terminal.txt', { body: said });
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function restart(control: ControlAddress): Promise<void> {
  const client = await connectToControl(control);
  expect(await client.invoke('app.restart', {})).toMatchObject({ ok: true });
  client.close();
}
