import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mutedAlerts, type Alert, type AlertCause } from '../contract/alerts';
import { replaceFile } from '../supervisor/exclusive-file';

const isSame = (one: AlertCause, other: AlertCause) =>
  one.pack === other.pack && one.rule === other.rule && one.subject === other.subject;

/** The causes of alerts that a person has muted; kept in the data folder over restarts. */
export class MutedAlerts {
  private causes: readonly AlertCause[];

  /** None are muted when the file cannot be read. */
  constructor(private readonly file: string) {
    this.causes = readCauses(file);
  }

  /** In the order of their muting. */
  read(): AlertCause[] {
    return [...this.causes];
  }

  /** The alert with what holds of its cause now. */
  mark(alert: Alert): Alert {
    return { ...alert, muted: this.causes.some((cause) => isSame(cause, alert)) };
  }

  /** Mutes a cause or lets it be told again. It holds for this run where it cannot be written. */
  async mute({ pack, rule, subject }: AlertCause, muted: boolean): Promise<void> {
    const cause = { pack, rule, subject };
    const others = this.causes.filter((one) => !isSame(one, cause));
    this.causes = muted ? [...others, cause] : others;
    await mkdir(dirname(this.file), { recursive: true });
    await replaceFile(this.file, `${JSON.stringify(this.causes)}\n`);
  }
}

function readCauses(file: string): AlertCause[] {
  try {
    return mutedAlerts.shape.muted.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
