import type { z } from 'zod';
import { requests, type Handlers, type RequestContext } from '../contract/api';
import { failed, toFailure, type Result } from '../contract/failure';
import { isTooLarge } from './request-size';

/** A list of requests with their schemas, such as the contract's. */
type RequestList = Readonly<Record<string, { readonly request: z.ZodType }>>;

/** A door's way to answer: `onDefect` hears of errors that are no described failure. */
export type Answer = (
  name: string,
  payload: unknown,
  onDefect: (error: unknown) => void,
  context?: RequestContext,
) => Promise<Result<unknown>>;

/** Answers one request of the contract, at any door. */
export const answerRequest = (handlers: Handlers, ...asked: Parameters<Answer>) =>
  answerFrom(requests, handlers)(...asked);

/**
 * Answers the requests of one list: name and payload are checked here and nowhere else, and nothing
 * is thrown across.
 */
export function answerFrom<L extends RequestList>(
  list: L,
  handlers: Readonly<Record<keyof L, unknown>>,
): Answer {
  return (name, payload, onDefect, context = {}) =>
    answer(list, handlers, name, payload, onDefect, context);
}

async function answer(
  list: RequestList,
  handlers: Readonly<Record<string, unknown>>,
  name: string,
  payload: unknown,
  onDefect: (error: unknown) => void,
  context: RequestContext,
): Promise<Result<unknown>> {
  try {
    const known = Object.hasOwn(list, name) ? list[name] : undefined;
    if (!known) throw failed('REQUEST_UNKNOWN', { name });
    if (isTooLarge(payload)) {
      throw failed('REQUEST_INVALID', { name, reason: 'it is larger than any request' });
    }
    const parsed = known.request.safeParse(payload);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const reason = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
      throw failed('REQUEST_INVALID', { name, reason });
    }
    // The schema above is the handler's own: the pair cannot be expressed for a union of names.
    const handler = handlers[name] as (
      request: unknown,
      context: RequestContext,
    ) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data, context) };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === 'INTERNAL') onDefect(error);
    return { ok: false, failure };
  }
}
