import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PipelineState } from '../../../main/contract/pipeline';
import { createFakeTransport } from '../fixtures/fake-transport';
import { kafkaTopicsWith } from '../fixtures/kafka-fixtures';
import { overviewIn } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';
import { settingsReport } from '../fixtures/settings-fixtures';

vi.mock('../charts/chart', () => ({ Chart: () => null }));
beforeEach(() => window.localStorage.clear());
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)));

async function openPalette(state: PipelineState = 'running') {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn(state, Date.now()),
    'kafkaTopics.read': () => kafkaTopicsWith([10]),
    'settings.read': () => settingsReport(),
    'savedQueries.read': () => ({ queries: [{ name: 'Best', sql: 'SELECT 1', savedAtMs: 0 }] }),
    'exports.read': () => ({
      presets: [{ preset: 'ventes', title: 'Sales', titleFr: 'Ventes', version: 1, files: [] }],
    }),
    'app.quit': () => ({}),
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  return { transport, stores, input: await openAgain() };
}
const field = () => document.querySelector<HTMLElement>('[cmdk-input]');
async function openAgain() {
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  await settle();
  return field()!;
}
async function search(input: HTMLElement, text: string) {
  fireEvent.change(input, { target: { value: text } });
  await settle();
}
const options = () =>
  [...document.querySelectorAll('[cmdk-item]')].map((option) => option.textContent);
const heads = () =>
  [...document.querySelectorAll('[cmdk-group-heading]')].map((head) => head.textContent);

describe('the command palette', () => {
  it('finds a place by a few letters and opens it', async () => {
    const { input } = await openPalette();
    await search(input, 'qual');
    fireEvent.click(screen.getByRole('option', { name: /^Quality ?Ctrl\+5/ }));
    expect(window.location.hash).toBe('#/quality');
    expect(field()).toBeNull();
  });

  it('keeps what was chosen in the data folder, and has it first the next time', async () => {
    const { input, transport } = await openPalette();
    await search(input, 'qual');
    fireEvent.click(screen.getByRole('option', { name: /^Quality ?Ctrl\+5/ }));
    const kept = transport.asked.filter(({ name }) => name === 'keptText.keep');
    const text: unknown = expect.stringContaining('quality');
    expect(kept.map(({ request }) => request)).toContainEqual({ name: 'recent', text });
    await openAgain();
    expect(heads()[0]).toBe('Recent');
    expect(options()[0]).toContain('Quality');
  });

  it.each([
    ['ventes_stream', 'topics', '#/kafka/topics/ventes_stream'],
    ['ventes_stream', 'tables', '#/data/bronze/ventes_stream'],
    ['best', 'queries', '#/data/sql?sql=SELECT+1'],
    ['sales', 'exports', '#/export?preset=ventes'],
  ])('opens %s out of %s', async (text, group, hash) => {
    const { input } = await openPalette();
    await search(input, text);
    const found = document.querySelector(`[cmdk-item][data-value^="${group} "]:not([hidden])`);
    fireEvent.click(found!);
    expect(window.location.hash).toBe(hash);
  });

  it('leads from a table to its upkeep, and from no other place', async () => {
    window.location.hash = '/data/silver/ventes';
    const { input } = await openPalette();
    await search(input, 'vacuum');
    fireEvent.click(screen.getByRole('option', { name: 'Compact or vacuum silver.ventes' }));
    expect(window.location.hash).toBe('#/data/silver/ventes?tab=files');
    window.location.hash = '/logs';
    await settle();
    await search(await openAgain(), 'vacuum');
    expect(options()).toEqual([]);
  });

  it('opens a setting in its group, searched by its name', async () => {
    const { input } = await openPalette();
    const [setting] = settingsReport().settings;
    await search(input, setting!.title);
    fireEvent.click(document.querySelector('[cmdk-item][data-value^="settings "]')!);
    expect(window.location.hash).toContain(`search=${setting!.name}`);
  });

  it('offers what the state allows, with its keys; a stop asks first', async () => {
    await openPalette('stopped');
    expect(options()).toContain('Start the pipelineCtrl+Shift+Enter');
    cleanup();
    const { transport } = await openPalette('running');
    expect(options()).toContain('Refresh the viewCtrl+R');
    fireEvent.click(screen.getByRole('option', { name: /Stop the pipeline/ }));
    expect(screen.getByRole('dialog', { name: 'Stop the pipeline?' })).toBeTruthy();
    expect(transport.asked.map(({ name }) => name)).not.toContain('pipeline.stop');
  });

  it('quits only after a question', async () => {
    const { transport, input } = await openPalette();
    await search(input, 'quit');
    fireEvent.click(screen.getByRole('option', { name: 'Quit Deltadesk' }));
    const question = screen.getByRole('dialog', { name: /quit/i });
    expect(transport.asked.map(({ name }) => name)).not.toContain('app.quit');
    fireEvent.click(within(question).getAllByRole('button').at(-1)!);
    await settle();
    expect(transport.asked.map(({ name }) => name)).toContain('app.quit');
  });

  it('shows the newest choices first, in any language, and forgets the sixth', async () => {
    const { stores } = await openPalette();
    for (const name of ['Data', 'Kafka', 'Logs', 'Export', 'Quality', 'Kafka']) {
      if (!field()) await openAgain();
      fireEvent.click(
        screen.getAllByRole('option', { name: new RegExp(`^${name} ?Ctrl`) }).at(-1)!,
      );
    }
    act(() => stores.language.getState().choose('fr'));
    await openAgain();
    expect(heads()[0]).toBe('Récents');
    expect(
      options()
        .slice(0, 5)
        .map((text) => text?.replace(/Ctrl.*/, '')),
    ).toEqual(['Kafka', 'Qualité', 'Export', 'Journaux', 'Données']);
    act(() => stores.language.getState().choose('en'));
  });

  it('finds without accents, and by words in any order', async () => {
    const { stores, input } = await openPalette();
    act(() => stores.language.getState().choose('fr'));
    await search(input, 'pipeline arreter');
    expect(options()).toEqual(['Arrêter le pipelineCtrl+Maj+Entrée']);
    act(() => stores.language.getState().choose('en'));
  });

  it('says when nothing has the name, and closes with the key that opened it', async () => {
    const { input } = await openPalette();
    await search(input, 'zzzz');
    expect(screen.getByText('Nothing has this name.')).toBeTruthy();
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
    expect(field()).toBeNull();
  });
});
