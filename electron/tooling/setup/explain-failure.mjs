import { Problem } from './problem.mjs';

/** Known causes in the output of npm, Maven and the bundler, most telling first. */
const causes = [
  {
    sign: /ENOSPC|No space left on device|not enough space on the disk/i,
    meaning: 'The disk is full.',
    remedy: 'Free about 3 GB, then run the same command again.',
  },
  {
    sign: /PKIX path|certificate|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/,
    meaning: 'The certificate of the download server is not trusted here.',
    remedy:
      'Behind a company proxy, give its certificate to Node (NODE_EXTRA_CA_CERTS) and to the JDK (keytool).',
  },
  {
    sign: /\b407\b|Proxy Authentication/i,
    meaning: 'The proxy asks for a name and a password.',
    remedy: "Set the proxy in npm's and Maven's own settings, then run the same command again.",
  },
  {
    sign: /status(?: code)?: (401|403)|\bE401\b|\bE403\b|Forbidden|Unauthorized/,
    meaning: 'The package registry refused the download.',
    remedy: "Check the registry and its sign-in in npm's and Maven's own settings.",
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|UnknownHost|Unknown host|Name or service not known|Connection (refused|reset|timed out)|Connect timed out|Network is unreachable|Could not transfer/i,
    meaning: 'The download server cannot be reached.',
    remedy: 'Check the network (and the proxy settings), then run the same command again.',
  },
  {
    sign: /Could not (find|resolve)|was not found in|E404|ETARGET|\b404\b/,
    meaning: 'A package that is asked for cannot be had from the registry.',
    remedy: "Check which registry or mirror npm's and Maven's own settings name.",
  },
  {
    sign: /EINTEGRITY|Checksum validation failed|invalid LOC header|zip END header not found|error in opening zip file/,
    meaning: 'A downloaded file is damaged.',
    remedy: 'Remove it from the cache that is named below, then run the same command again.',
  },
  {
    sign: /EACCES|EPERM|Permission denied|Access is denied/,
    meaning: 'A file or folder may not be written.',
    remedy: 'Make the checkout and the caches in your home folder writable for you.',
  },
  {
    sign: /OutOfMemoryError|heap out of memory|Cannot allocate memory/,
    meaning: 'There is too little memory.',
    remedy: 'Close other programs (about 2 GB are needed), then run the same command again.',
  },
  {
    sign: /COMPILATION ERROR|error TS\d+|Build failed|RollupError|\[PARSE_ERROR\]/i,
    meaning: 'The source does not compile.',
    remedy: 'Correct what is named below, then run the same command again.',
  },
];

const uselessLine =
  /^\s*$|^\[ERROR\]\s*$|^npm error\s*$|^\[(INFO|WARNING)\]|^(npm error)?\s*at |For more information|re-run Maven|\[Help 1\]|A complete log|to see the full stack|npm warn/i;

/** The lines that say something: from the first error on, else simply the last. */
export function usefulLines(lines, most = 6) {
  const telling = lines.filter((line) => !uselessLine.test(line));
  const first = telling.findIndex((line) => /^\[(ERROR|FATAL)\]|^npm error|error/i.test(line));
  const chosen = first === -1 ? telling.slice(-most) : telling.slice(first, first + most);
  return chosen.map((line) => (line.length > 240 ? `${line.slice(0, 239)}…` : line));
}

/** What a failed step means for a person: cause, remedy, the telling lines and the whole log. */
export function explainFailure(title, { exitCode, lines }, logFile) {
  const cause = causes.find(({ sign }) => lines.some((line) => sign.test(line)));
  const ended = exitCode === null ? 'was ended from outside' : `failed (exit code ${exitCode})`;
  return new Problem([
    `${title} ${ended}.${cause ? ` ${cause.meaning}` : ''}`,
    ...(cause ? [cause.remedy] : []),
    ...usefulLines(lines).map((line) => `  ${line}`),
    `All that it said: ${logFile}`,
  ]);
}
