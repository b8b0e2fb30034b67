import { failed } from '../contract/failure';
import type { SecretKeeping } from '../contract/secret-keeping';

/** Passwords and keys by name. None is ever given back: what needs one is given it for its work. */
export interface SecretStore {
  readonly keeping: SecretKeeping;
  set(name: string, secret: string): Promise<void>;
  has(name: string): Promise<boolean>;
  /** How many are kept. */
  count(): Promise<number>;
  /** Does nothing for a name that is not there. */
  delete(name: string): Promise<void>;
  /** Does `work` with the secret. Fails with `SETTING_INVALID` when there is none, or as `work`. */
  use<T>(name: string, work: (secret: string) => T | Promise<T>): Promise<T>;
}

/** Where no secret has this name. */
export const noSecret = (name: string, reason = 'no secret is kept under this name.') =>
  failed('SETTING_INVALID', { setting: name, reason });
