/** What an instance runs, beside its data folder and door. */
export interface InstanceChoice {
  readonly pack: string;
  readonly alongside: readonly string[];
  /** Null keeps every version's files. */
  readonly vacuumHours: number | null;
  /** Consumer group that shows the offsets to other tools; null: none. */
  readonly mirrorGroup: string | null;
  /** Port of the HTTP API, 0 for any; null: it is off. */
  readonly httpPort: number | null;
}

/** The same as flags, for the process that is started: `app` and Electron read them alike. */
export function launchArguments({
  pack,
  alongside,
  vacuumHours,
  httpPort,
  mirrorGroup,
}: InstanceChoice): string[] {
  return [
    '--pack',
    pack,
    ...alongside.flatMap((each) => ['--with', each]),
    // It was agreed to where it was typed.
    ...(vacuumHours === null ? [] : ['--vacuum-hours', String(vacuumHours), '--yes']),
    ...(mirrorGroup === null ? [] : ['--mirror-group', mirrorGroup]),
    ...(httpPort === null ? [] : ['--http-api', String(httpPort)]),
  ];
}
