import { requests, type Handlers, type RequestContext, type RequestName } from './contract/api';
import { failed, toFailure, type Result } from './contract/failure';

/**
 * Answers one request of any door: name and payload are checked here and nowhere else, and nothing
 * is thrown across. `onDefect` hears of errors that are no described failure.
 */
export async function answerRequest(
  handlers: Handlers,
  name: string,
  payload: unknown,
  onDefect: (error: unknown) => void,
  context: RequestContext = {},
): Promise<Result<unknown>> {
  try {
    if (!Object.hasOwn(requests, name)) throw failed('REQUEST_UNKNOWN', { name });
    const known = name as RequestName;
    const parsed = requests[known].request.safeParse(payload);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const reason = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
      throw failed('REQUEST_INVALID', { name, reason });
    }
    // The schema above is the handler's own: the pair cannot be expressed for a union of names.
    const handler = handlers[known] as (
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
