/**
 * What a JVM needs of its environment: on Linux it takes the encoding of paths from the locale, and
 * under the plain C locale it could not open a data folder with an accent in its name.
 */
export function javaEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  const { LC_ALL, LC_CTYPE, LANG } = environment;
  const locale = LC_ALL || LC_CTYPE || LANG || 'C';
  return process.platform !== 'linux' || /utf-?8/i.test(locale) ? {} : { LC_ALL: 'C.UTF-8' };
}
