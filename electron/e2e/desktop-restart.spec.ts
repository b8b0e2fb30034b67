import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { ControlAddress } from '../../main/contract/wire';
import { connectToControl, readControlAddress } from '../../main/hosts/socket-client';
import { dataPaths } from '../../main/settings/paths';
import { isProcessAlive } from '../../main/supervisor/process-identity';
import { until, within } from './fixtures/deadline';
import { closeDeadlineMs } from './fixtures/opened-app';
import { commandLine, findElectron, requireBuild } from './fixtures/runtime';

/** The desktop as a terminal starts it. */
interface Terminal {
  readonly folder: string;
  said(): string;
  interrupt(): void;
  /** The same, the moment it says this. */
  interruptAt(text: string): void;
  /** Its exit code and signal. */
  readonly closed: Promise<unknown[]>;
  /** The window whose control center is another process than this. */
  windowAfter(pid: number): Promise<ControlAddress>;
}

const test = base.extend<{ terminal: Terminal }>({
  terminal: async ({}, use, testInfo) => {
    findElectron();
    const folder = mkdtempSync(join(tmpdir(), 'deltadesk-restart-'));
    const command = spawn(
      process.execPath,
      [requireBuild(commandLine), 'app', '--host', 'desktop', '--idle', '--data-folder', folder],
      { env: { ...process.env, DELTADESK_TEST: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [command.stdout, command.stderr])
      stream.on('data', (part: Buffer) => (said += part.toString()));
    const closed = once(command, 'close');
    const interrupt = () => void command.kill('SIGTERM');
    const interruptAt = (text: string) => {
      const look = () => {
        if (!said.includes(text)) return;
        command.stdout.off('data', look);
        interrupt();
      };
      command.stdout.on('data', look);
    };
    const windowAfter = (pid: number) =>
      until(60_000, 'The window', async () => {
        if (command.exitCode !== null) throw new Error(`The command line ended: ${said}`);
        const control = await readControlAddress(dataPaths(folder).control);
        return control && control.pid !== pid ? control : null;
      });
    try {
      await use({ folder, said: () => said, interrupt, interruptAt, closed, windowAfter });
    } finally {
      interrupt();
      await within(closeDeadlineMs, 'The end', closed).catch(() => command.kill('SIGKILL'));
      await testInfo.attach('terminal.txt', { body: said });
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

/** "Restart now" of the settings, asked for as the page does. */
async function restart(control: ControlAddress): Promise<void> {
  const client = await connectToControl(control);
  expect(await client.invoke('app.restart', {})).toMatchObject({ ok: true });
  client.close();
}

/*
 * Setup: the desktop as a terminal starts it; "Restart now".
 * Result: another process has the window and the same data folder, while the terminal's command goes
 * on, says so, and ends with it: by its own signal, with nothing left.
 */
test('the command line goes on with the window that was restarted', async ({ terminal }) => {
  const { folder, said } = terminal;
  const first = await terminal.windowAfter(0);
  await expect.poll(said).toContain('Ctrl-C');
  await restart(first);
  const second = await terminal.windowAfter(first.pid);
  await expect.poll(said).toContain(`Opened: ${folder}`);
  expect([isProcessAlive(first.pid), isProcessAlive(second.pid)]).toEqual([false, true]);
  expect(said()).not.toContain('Nothing is left running');

  terminal.interrupt();
  expect(await within(closeDeadlineMs, 'The end', terminal.closed)).toEqual([0, null]);
  expect(said()).toMatch(/Stopped\. Nothing is left running\.\n$/);
  expect(isProcessAlive(second.pid)).toBe(false);
  expect(existsSync(join(folder, 'run', 'instance.lock'))).toBe(false);
});

/*
 * Setup: the desktop as a terminal starts it; a signal the moment it says that it is open.
 * Result: an orderly end like any other.
 */
test('a signal at the first moment of a window ends it in order', async ({ terminal }) => {
  terminal.interruptAt('Ctrl-C');
  expect(await within(closeDeadlineMs, 'The end', terminal.closed)).toEqual([0, null]);
  expect(terminal.said()).toMatch(/Stopped\. Nothing is left running\.\n$/);
  expect(existsSync(join(terminal.folder, 'run', 'instance.lock'))).toBe(false);
});

/*
 * Setup: the same, with a settings file that was damaged meanwhile.
 * Result: the command ends with code 1 and says once why.
 */
test('a restart that cannot be opened ends the command with the reason', async ({ terminal }) => {
  const first = await terminal.windowAfter(0);
  await expect.poll(terminal.said).toContain('Ctrl-C');
  writeFileSync(dataPaths(terminal.folder).settings, 'a: [1');
  await restart(first);
  expect(await within(60_000, 'The end', terminal.closed)).toEqual([1, null]);
  expect(terminal.said().match(/The settings file cannot be read/g)).toHaveLength(1);
});
