/** What a rule found: how many things it looked at, and the first one out of place, if any. */
export interface RuleOutcome {
  readonly checked: number;
  readonly finding: string | null;
}
