/** What an instance runs, beside its data folder and door. */
export interface InstanceChoice {
  /** Null: what the settings say. */
  readonly pack: string | null;
  readonly alongside: readonly string[];
  /** Settings for this run alone, `NAME=VALUE`. */
  readonly set: readonly string[];
}

/** The same as flags, for the process that is started: `app` and Electron read them alike. */
export function launchArguments({ pack, alongside, set }: InstanceChoice): string[] {
  return [
    ...(pack === null ? [] : ['--pack', pack]),
    ...alongside.flatMap((each) => ['--with', each]),
    ...set.flatMap((each) => ['--set', each]),
    // What needs an agreement was agreed to where it was typed.
    '--yes',
  ];
}
