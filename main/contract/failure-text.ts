import type { FailureCode } from './failure';

/** What a person reads: what is so, the facts, and what to do about it. */
export interface FailureText {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/** Texts by code; `fact` gives a fact of the failure, "—" for one that could not be had. */
export type FailureTexts = Partial<
  Record<FailureCode, (fact: (name: string) => string | number) => FailureText>
>;
