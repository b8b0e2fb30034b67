import { z } from 'zod';
import { failure } from './failure';

/**
 * Frames of the loopback WebSocket. The client's first frame is `hello` with the token; then
 * requests with an id of the client's choice; the server answers each by the same id and pushes
 * events. The Electron channels `app:invoke` and `app:event` carry the same names and payloads.
 */
export const clientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(200) }),
  z.object({
    type: z.literal('invoke'),
    id: z.number().int().nonnegative(),
    name: z.string().max(100),
    request: z.unknown(),
  }),
]);
export type ClientFrame = z.infer<typeof clientFrame>;

export const serverFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({
    type: z.literal('answer'),
    id: z.number().int(),
    result: z.union([
      z.object({ ok: z.literal(true), value: z.unknown() }),
      z.object({ ok: z.literal(false), failure }),
    ]),
  }),
  z.object({ type: z.literal('event'), name: z.string(), value: z.unknown() }),
]);
export type ServerFrame = z.infer<typeof serverFrame>;

/** `run/control.json`: where a living instance listens. Mode 0600: the token is the key. */
export const controlAddress = z.object({
  pid: z.number().int(),
  address: z.string(),
  token: z.string(),
});
export type ControlAddress = z.infer<typeof controlAddress>;
