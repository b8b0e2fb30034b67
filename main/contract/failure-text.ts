import type { FailureCode } from './failure';

/** What a person reads: what is so, the facts, and what to do about it. */
export interface FailureText {
  readonly title: string;
  readonly message: string;
  readonly fix: string;
}

/** Codes whose facts differ by where they come from have a second text. */
export type FailureTextName = FailureCode | 'PACK_INVALID_TOLD' | 'EXPORT_NO_SPACE_WRITTEN';

/** English texts; `{{name}}` stands for a fact of the failure. The window has the other languages. */
export type FailureTexts = { readonly [N in FailureTextName]?: FailureText };

/** Names of the facts that a text fills in. */
export type FactsIn<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | FactsIn<Rest>
  : never;
