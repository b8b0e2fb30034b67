import type { RemovedKind } from '../contract/bundle';

/** What must not leave the machine, as far as it is known by its value. */
export interface KnownSecrets {
  /** Tokens and passwords of this run. */
  readonly values: readonly string[];
  readonly homeFolder: string;
  readonly userName: string;
  readonly computerName: string;
}

export type Removed = Partial<Record<RemovedKind, number>>;

const gone = '[removed]';

/** Words in a name that say that its value is nobody's business. */
const secretWord =
  'pass(?:word|wd|phrase|code)|pwd|secret|token|credentials?|jaas|api[_.-]?key|access[_.-]?key|private[_.-]?key|signature|cookie|username|user[_.-]?name';
const secretName = new RegExp(`(?:^|[^a-z])(?:${secretWord})(?:$|[^a-z])`, 'i');

/** Whether a key such as `sasl.password` or `apiKey` names a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.replace(/([a-z0-9])([A-Z])/g, '$1_$2'));
}

/**
 * What looks like a secret wherever it stands. `name = value` with quotes that may be escaped, since
 * lines of JSON hold lines of JSON. Every part has a bound: a long line costs no more than its length.
 */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, gone],
  [
    /\b(authorization\\*["']?\s*[:=]\s*\\*["']?)(?:(?:bearer|basic|digest)\s+)?(?!\[removed)[^\s"'\\,;]+/gi,
    `$1${gone}`,
  ],
  [/\b(bearer|basic)\s+[\w.~+/-]{8,}=*/gi, `$1 ${gone}`],
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@:"']{1,200}:[^\s/@"']{1,200}@/gi, `$1${gone}@`],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, gone],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, gone],
  [
    new RegExp(
      `((?:${secretWord})s?(?:[_.-][\\w.-]{0,60})?(?:\\\\*["'])?\\s*[:=]\\s*)` +
        `(?!\\\\*["']?\\[removed)(?:(\\\\*["'])(?:(?!\\2)[\\s\\S])*\\2|[^\\s,;&"'\\\\)}\\]]+)`,
      'gi',
    ),
    `$1$2${gone}$2`,
  ],
];

/** Takes secrets, the home folder, and the names of user and computer out of texts, and counts them. */
export class Redactor {
  private counts: Removed = {};
  private readonly steps: readonly (readonly [RemovedKind, RegExp, string])[];

  constructor({ values, homeFolder, userName, computerName }: KnownSecrets) {
    const secrets = values.filter((value) => value.length >= 4).flatMap(writings);
    // The longer one first: one may begin with the other.
    secrets.sort((a, b) => b.length - a.length);
    const homes = homeFolder.length > 1 ? writings(homeFolder) : [];
    this.steps = [
      ...secrets.map((value) => ['secret', new RegExp(escaped(value), 'g'), gone] as const),
      ...patterns.map(([pattern, by]) => ['secret', pattern, by] as const),
      ...homes.map(
        (home) => ['homeFolder', new RegExp(`${escaped(home)}(?![\\w.-])`, 'gi'), '~'] as const,
      ),
      ...wholeWord('userName', userName, '[user]'),
      ...(computerName === 'localhost'
        ? []
        : wholeWord('computerName', computerName, '[computer]')),
    ];
  }

  text(text: string): string {
    return this.steps.reduce(
      (now, [kind, pattern, by]) =>
        now.replace(pattern, (...match: string[]) => {
          this.counts[kind] = (this.counts[kind] ?? 0) + 1;
          return by.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
        }),
      text,
    );
  }

  /** A value of JSON; what stands under the name of a secret goes whole. */
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((one) => this.value(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        if (!isSecretName(name) || one === null) return [this.text(name), this.value(one)];
        this.counts.secret = (this.counts.secret ?? 0) + 1;
        return [this.text(name), gone];
      }),
    );
  }

  /** What was taken out since the last time this was asked. */
  takeCounts(): Removed {
    const counts = this.counts;
    this.counts = {};
    return counts;
  }
}

/** A value as it stands in text, in JSON, in an address, and with the other slash. */
function writings(value: string): string[] {
  const inJson = JSON.stringify(value).slice(1, -1);
  const slashes = value.replaceAll('\\', '/');
  return [...new Set([inJson, value, encodeURIComponent(value), encodeURI(value), slashes])];
}

function wholeWord(kind: RemovedKind, word: string, by: string) {
  if (word.length < 2) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(word)}(?![\\p{L}\\p{N}_])`, 'giu');
  return [[kind, pattern, by] as const];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
