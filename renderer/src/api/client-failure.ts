import type { Failure } from '../../../main/contract/failure';

/** A request that was answered by a failure; carries it whole, for `failureText`. */
export class ClientFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'ClientFailure';
  }
}

/** Any thrown value as a `Failure`; what is not a `ClientFailure` is a defect. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof ClientFailure) return thrown.failure;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'INTERNAL', facts: { reason }, lastLogLines: [] };
}
