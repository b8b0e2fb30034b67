import type { QueryResult } from '../contract/query';
import type { StreamPack } from '../contract/stream-pack';
import { rowObjects } from './row-objects';

/** Most rows of one answer (floor.md section 9). */
export const mostRows = 100;

/** An answer over HTTP: status, media type and text. */
export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What the routes read. */
export interface ApiSource {
  readonly routes: StreamPack['httpApi'];
  runQuery(name: string): Promise<QueryResult>;
  /** The metrics as Prometheus text, with its media type. */
  readMetrics(): Promise<{ type: string; text: string }>;
}

const json = 'application/json; charset=utf-8';

export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, type: json, text: JSON.stringify(value) };
}

/**
 * Answers `GET /metrics` and `GET /api/<query>` of the queries that the pack publishes; null for any
 * other path. A query that fails is status 500 with `{error, message}` (floor.md section 9).
 */
export async function answerApi(source: ApiSource, path: string): Promise<HttpAnswer | null> {
  if (path === '/metrics') {
    const { type, text } = await source.readMetrics();
    return { status: 200, type, text };
  }
  const name = /^\/api\/([a-z0-9_]{1,64})$/.exec(path)?.[1];
  if (name === undefined || !Object.hasOwn(source.routes, name)) return null;
  const rows = rowObjects(await source.runQuery(name), mostRows);
  const text = source.routes[name] === 'object' ? (rows[0] ?? '{}') : `[${rows.join(',')}]`;
  return { status: 200, type: json, text };
}
