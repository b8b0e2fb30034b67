import type { IncomingMessage, ServerResponse } from 'node:http';
import { describeFailure } from '../../contract/describe-failure';
import { toFailure } from '../../contract/failure';
import { jsonAnswer, type HttpAnswer } from '../../http-api/api-routes';
import { isToken } from './socket-session';

/** Answers a path of the HTTP API; null for one that there is not. */
export type HttpApi = (path: string) => Promise<HttpAnswer | null>;

export function isApiPath(path: string): boolean {
  return path === '/metrics' || path.startsWith('/api/');
}

/** `Authorization: Bearer <token>` (RFC 6750 section 2.1) with the token of this server. */
export function isBearer({ headers }: IncomingMessage, token: string): boolean {
  const given = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && isToken(given, token);
}

/** Writes the answer, or the failure as `{error, message}` (floor.md section 9). */
export async function serveApi(
  api: HttpApi,
  path: string,
  isAllowed: boolean,
  response: ServerResponse,
): Promise<void> {
  const { status, type, text } = isAllowed
    ? ((await api(path).catch(failedAnswer)) ??
      jsonAnswer(404, { error: 'NOT_FOUND', message: `There is no ${path}.` }))
    : jsonAnswer(401, { error: 'UNAUTHORIZED', message: 'A bearer token is needed.' });
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-store' };
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.writeHead(status, headers).end(text);
}

function failedAnswer(error: unknown): HttpAnswer {
  const failure = toFailure(error);
  const { title, message } = describeFailure(failure);
  return jsonAnswer(500, { error: failure.code, message: `${title}. ${message}` });
}
