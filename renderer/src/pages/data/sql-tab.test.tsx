import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RequestOf } from '../../../../main/contract/api';
import { createFakeTransport } from '../../fixtures/fake-transport';
import { overviewIn, revenueResult } from '../../fixtures/overview-fixtures';
import { preparePage } from '../../fixtures/prepare-page';

vi.mock('../../charts/chart', () => ({ Chart: () => null }));
vi.mock('../../editor/code-mirror', () => import('../../fixtures/plain-editor'));
afterEach(() => {
  cleanup();
  window.location.hash = '';
});

const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 30)));
const editor = () => screen.getByLabelText('SQL', { selector: 'textarea' }) as HTMLTextAreaElement;
const write = (sql: string) => fireEvent.change(editor(), { target: { value: sql } });
const run = async () => {
  fireEvent.keyDown(editor(), { key: 'Enter', ctrlKey: true });
  await settled();
};
const show = async (view: string) => {
  fireEvent.click(screen.getByRole('button', { name: view }));
  await settled();
};
const result = () => within(screen.getByTestId('sql-result'));

const ranAtMs = Date.now();
const history = [
  { sql: 'SELECT 7', ranAtMs, elapsedMs: 12, rowCount: 1, failureCode: null },
  { sql: 'SELEC', ranAtMs: ranAtMs - 1, elapsedMs: 3, rowCount: null, failureCode: 'SQL_INVALID' },
];

async function sqlAt(address = '/data/sql') {
  const statements: RequestOf<'sql.run'>[] = [];
  const pins: RequestOf<'pinnedQuery.pin'>[] = [];
  const saved = [{ name: 'mine', sql: 'SELECT 2', savedAtMs: ranAtMs }];
  const transport = createFakeTransport({
    'overview.read': () => overviewIn('running', Date.now()),
    'queries.read': () => ({
      queries: [
        {
          ...{ name: 'top', title: 'Top 10', titleFr: '10 premiers', group: 'quick', order: 1 },
          parameters: [{ name: 'country', type: 'text[]' }],
        },
      ],
    }),
    'query.run': () => ({
      ...revenueResult(Date.now()),
      sql: '-- title: Top 10\nSELECT $country::VARCHAR[];\n',
    }),
    'savedQueries.read': () => ({ queries: saved }),
    'savedQuery.delete': ({ name }) => {
      saved.splice(0, 1);
      expect(name).toBe('mine');
      return { queries: saved };
    },
    'sqlHistory.read': () => ({ entries: history }),
    'pinnedQuery.pin': (request) => {
      pins.push(request);
      return { queries: [] };
    },
    'sql.run': (request) => {
      statements.push(request);
      return request.sql.startsWith('SELECT')
        ? revenueResult(Date.now())
        : { code: 'SQL_INVALID', facts: { reason: 'x', line: 2 }, lastLogLines: [] };
    },
  });
  window.location.hash = address;
  const { page } = await preparePage(transport);
  render(page);
  await settled();
  return { statements, pins, texts: () => statements.map(({ sql }) => sql) };
}

describe('the SQL box', () => {
  it('runs by keyboard, shows types and every digit, and keeps the rows beside a failure', async () => {
    const { texts } = await sqlAt();
    write('SELECT 1');
    await run();
    expect(texts()).toEqual(['SELECT 1']);
    const table = within(result().getByRole('table'));
    expect(table.getByRole('columnheader', { name: 'ca_total DECIMAL(22,2)' })).toBeTruthy();
    expect(table.getByRole('cell', { name: '4213877.45' })).toBeTruthy();
    expect(screen.getByTestId('sql-rows').textContent).toBe('15 rows');
    write('FORM\nx');
    await run();
    expect(screen.getByText('SQL_INVALID')).toBeTruthy();
    expect(editor().dataset['errorLine']).toBe('2');
    expect(result().getByRole('table')).toBeTruthy();
  });

  it('puts a ready-made query into the editor with its parameters filled in, and runs it', async () => {
    const { texts } = await sqlAt();
    fireEvent.click(screen.getByRole('button', { name: /^Top 10/ }));
    await settled();
    expect(editor().value).toBe('SELECT NULL::VARCHAR[]');
    expect(texts()).toEqual(['SELECT NULL::VARCHAR[]']);
  });

  it('tells what was run, and runs it again', async () => {
    const { texts } = await sqlAt();
    await show('History');
    const rows = within(result().getByRole('table')).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('12 ms');
    expect(rows[2]?.textContent).toContain('SQL_INVALID');
    fireEvent.click(within(rows[1]!).getByRole('button', { name: 'Run again' }));
    await settled();
    expect(texts()).toEqual(['SELECT 7']);
    expect(editor().value).toBe('SELECT 7');
  });

  it('deletes a saved query only when asked twice', async () => {
    await sqlAt();
    await show('Saved queries');
    fireEvent.click(screen.getByRole('button', { name: 'Delete mine' }));
    expect(screen.getByText('Delete it?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete mine' }));
    await settled();
    expect(screen.getByText('No query is saved yet.')).toBeTruthy();
  });

  it('pins what was run, drawn as its columns suggest', async () => {
    const { pins } = await sqlAt();
    write('SELECT 1');
    const pin = screen.getByRole('button', { name: 'Pin to dashboard' });
    expect((pin as HTMLButtonElement).disabled).toBe(true);
    await run();
    fireEvent.click(pin);
    expect((screen.getByLabelText('Drawn as') as HTMLSelectElement).value).toBe('bars');
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Pairs' } });
    fireEvent.click(screen.getByRole('button', { name: 'Pin' }));
    await settled();
    expect(pins).toEqual([{ name: 'Pairs', sql: 'SELECT 1', chart: 'bars' }]);
    const link = screen.getByRole('link', { name: 'Pairs is on the dashboard' });
    expect(link.getAttribute('href')).toBe('#/dashboard');
  });

  it('reads the versions that the address names, until the newest are wanted', async () => {
    const at = 'silver.ventes_clean@12';
    const { statements } = await sqlAt(`/data/sql?sql=SELECT+3&at=${encodeURIComponent(at)}`);
    expect(editor().value).toBe('SELECT 3');
    await run();
    expect(statements[0]?.tableVersions).toEqual({ 'silver.ventes_clean': 12 });
    fireEvent.click(screen.getByRole('button', { name: 'Read the newest' }));
    await run();
    expect(statements[1]?.tableVersions).toBeUndefined();
  });
});
