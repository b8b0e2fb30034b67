import { failed } from '../contract/failure';

/**
 * How long and how well secrets are kept. `system`: encrypted by the system's own store, over
 * restarts. `thisRun`: in memory alone, because there is no desktop around (`noDesktop`), the system
 * has no store (`noStore`), or has one that hides nothing (`openStore`: a password that is the same
 * everywhere, as Linux without a keyring).
 */
export type SecretKeeping =
  | { readonly kind: 'system' }
  | { readonly kind: 'thisRun'; readonly reason: 'noDesktop' | 'noStore' | 'openStore' };

/** Passwords and keys by name. None is ever given back: what needs one is given it for its work. */
export interface SecretStore {
  readonly keeping: SecretKeeping;
  set(name: string, secret: string): Promise<void>;
  has(name: string): Promise<boolean>;
  /** Does nothing for a name that is not there. */
  delete(name: string): Promise<void>;
  /** Does `work` with the secret. Fails with `SETTING_INVALID` when there is none, or as `work`. */
  use<T>(name: string, work: (secret: string) => T | Promise<T>): Promise<T>;
}

/** What a person is told about a store before a secret is typed into it (English, French). */
export function keepingText(keeping: SecretKeeping): readonly [string, string] {
  if (keeping.kind === 'system')
    return [
      'Kept encrypted by the secret store of this system.',
      'Conservé, chiffré par le coffre du système.',
    ];
  const reasons = {
    noDesktop: ['Only the desktop reaches the secret store', 'Seul le bureau atteint le coffre'],
    noStore: ['This system has no secret store', 'Ce système n’a pas de coffre'],
    openStore: [
      'The secret store of this system hides nothing: it has no keyring',
      'Le coffre de ce système ne cache rien : il n’a pas de trousseau',
    ],
  } as const;
  const [english, french] = reasons[keeping.reason];
  return [
    `${english}: kept in memory for this run alone, and to be typed again at the next start.`,
    `${french} : conservé en mémoire pour cette exécution seulement, à saisir de nouveau au prochain démarrage.`,
  ];
}

/** Where no secret has this name. */
export const noSecret = (name: string, reason = 'no secret is kept under this name.') =>
  failed('SETTING_INVALID', { setting: name, reason });
