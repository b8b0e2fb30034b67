import { readFile } from 'node:fs/promises';
import { homedir, hostname, userInfo } from 'node:os';
import { controlAddress } from '../contract/wire';
import { isSecretName, type KnownSecrets } from './redact';

/** The secrets of this process and of the instance of a data folder, and who works on which machine. */
export async function readKnownSecrets(
  controlFile: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<KnownSecrets> {
  const control = await readFile(controlFile, 'utf8').then(
    (text) => controlAddress.safeParse(parsed(text)),
    () => null,
  );
  const fromEnvironment = Object.entries(environment).flatMap(([name, value]) =>
    value && isSecretName(name) && !/^(true|false|none|[\d.]+)$/i.test(value) ? [value] : [],
  );
  return {
    values: [...(control?.success ? [control.data.token] : []), ...fromEnvironment],
    homeFolder: homedir(),
    userName: userNameOf(environment),
    computerName: hostname(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A container's user may have no name of its own. */
function userNameOf(environment: Readonly<Record<string, string | undefined>>): string {
  try {
    return userInfo().username;
  } catch {
    return environment['USER'] ?? environment['USERNAME'] ?? '';
  }
}
