import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeTransport } from '../fixtures/fake-transport';
import { overviewIn, revenueResult } from '../fixtures/overview-fixtures';
import { preparePage } from '../fixtures/prepare-page';

vi.mock('./chart', () => ({
  Chart: ({ option, summary }: { option: unknown; summary: string }) => (
    <div role="img" aria-label={summary} data-option={JSON.stringify(option)}>
      <canvas />
    </div>
  ),
}));
const written: ClipboardItem[][] = [];
beforeEach(() => {
  written.length = 0;
  window.localStorage.clear();
  const clipboard = { write: async (items: ClipboardItem[]) => void written.push(items) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  vi.stubGlobal('ClipboardItem', class {});
  const context = { fillRect() {}, fillText() {}, drawImage() {} };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));

async function revenuePanel() {
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'query.run': () => revenueResult(Date.now()),
  });
  const { page, stores } = await preparePage(transport);
  render(page);
  await settle();
  const panel = within(
    screen.getAllByRole('region', { name: 'Revenue by country and segment' })[0]!,
  );
  const choose = async (command: RegExp) => {
    const button = panel.getByRole('button', { name: /^Actions: / });
    fireEvent.keyDown(button, { key: 'Enter' });
    await settle();
    const item = screen.getByRole('menuitem', { name: command });
    fireEvent.click(item);
    await settle();
    return item;
  };
  return { panel, stores, choose };
}

describe('a chart', () => {
  it('says what it shows in a sentence below, in the language of the window', async () => {
    const { panel, stores } = await revenuePanel();
    const sentence = () => panel.getByRole('img').nextElementSibling?.textContent;
    const drawn = () => panel.getByRole('img').dataset['option'];
    expect(sentence()).toBe('Revenue €27,867,214.35, highest France €8,343,477.35');
    expect(drawn()).toContain('Germany');
    act(() => stores.language.getState().choose('fr'));
    expect(sentence()).toMatch(/^Chiffre d’affaires 27\s867\s214,35\s€/);
    expect(drawn()).toContain('Allemagne');
    act(() => stores.language.getState().choose('en'));
    expect(drawn()).toContain('Germany');
  });

  it('gives its picture to the clipboard, and says so', async () => {
    const { panel, stores, choose } = await revenuePanel();
    await choose(/^Copy image/);
    expect(written).toHaveLength(1);
    expect(panel.getByText('Copied')).toBeTruthy();
    await vi.waitFor(() => expect(stores.announcer.getState().polite).toBe('Copied'), 4_000);
  });

  it('has no picture to give while it is shown as a table', async () => {
    const { panel, choose } = await revenuePanel();
    fireEvent.click(panel.getByRole('button', { name: 'View as table' }));
    const item = await choose(/^Copy image/);
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(written).toHaveLength(0);
  });

  it('gives its figures as a file with every digit', async () => {
    const { choose } = await revenuePanel();
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => (blobs.push(blob as Blob), 'blob:x');
    URL.revokeObjectURL = () => {};
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await choose(/^Export as CSV/);
    expect(names).toEqual(['revenue-by-country-and-segment.csv']);
    const text = await blobs[0]!.text();
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'country_code,pays,segment_code,segment,nombre_ventes,ca_total',
      'FR,France,INDIVIDUAL,Particulier,31000,4213877.45',
    ]);
  });
});
