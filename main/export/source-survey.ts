import { quoteName } from '../analytics/sql-quoting';
import type { SqlConnection } from '../analytics/sql-connection';
import { valuesSelect, type Dataset } from './dataset';
import type { CsvForm } from './export-options';
import { readFacts, type Facts } from './facts';
import { cleanText, isFormula, joinTexts, needsCare, neutraliseText } from './text-sql';
import { isLossy, lineOf, type CarefulColumns } from './value-sql';

/** What one pass over the source tells before anything is written. */
export interface SourceSurvey {
  readonly facts: Facts;
  /** Text columns of which some value is changed or quoted; the others are written as they are. */
  readonly careful: CarefulColumns;
  readonly unrepresentable: number;
  readonly neutralised: number;
  readonly nulCharactersRemoved: number;
  /** Longest text of a row together; bounds the reader's memory for a line. */
  readonly longestTextBytes: number;
  /** No id twice and none null: the order needs no further column. */
  readonly isIdUnique: boolean;
}

/** Surveys the dataset at the versions that the connection's transaction is pinned to. */
export async function surveySource(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
): Promise<SourceSurvey> {
  const { columns, idColumn, limit } = dataset;
  const texts = columns.filter(({ type }) => type.kind === 'text');
  const lossy = columns.filter(({ type }) => isLossy(type));
  const isIdText = texts.some(({ name }) => name === idColumn);
  // The first rows of an order are told by clean values; the id is compared with what the file has.
  const careful = limit !== null ? texts.map(({ name }) => name) : isIdText ? [idColumn!] : [];
  const extra = [
    ...texts.map(({ source }, at) => `${quoteName(source)} AS "raw ${at}"`),
    ...lossy.map(({ source }, at) => `${quoteName(source)} IS NOT NULL AS "given ${at}"`),
    texts.length === 0
      ? `'' AS "texts"`
      : `${joinTexts(texts.map(({ source }) => quoteName(source)))} AS "texts"`,
  ];
  const values = valuesSelect(dataset, form, new Set(careful), { isSorted: false, extra });
  const from = `(SELECT *, ${needsCare('"texts"')} AS "care" FROM (\n${values}\n))`;
  const counted = (conditions: readonly string[]) =>
    conditions.length === 0
      ? '0'
      : conditions.map((one) => `count(*) FILTER (WHERE ${one})`).join(' + ');
  // CASE looks only at the rows that need it; AND would look at all.
  const ofCareful = (condition: string) => `CASE WHEN "care" THEN ${condition} ELSE false END`;
  const raws = texts.map((_, at) => `"raw ${at}"`);
  const more = [
    'coalesce(max(strlen("texts")), 0)',
    counted(lossy.map(({ name }, at) => `"given ${at}" AND ${quoteName(name)} IS NULL`)),
    counted(raws.map((raw) => ofCareful(`contains(${raw}, chr(0))`))),
    form.neutralise
      ? counted(raws.map((raw) => ofCareful(isFormula(`(${cleanText(raw, form)})`))))
      : '0',
    ...raws.map((raw) => counted([ofCareful(needsCare(joinTexts([raw])))])),
  ];
  const survey = await readFacts(connection, from, columns, idColumn, {
    more,
    idValue: idValueOf(dataset, form),
  });
  const [longest, unrepresentable, nul, neutralised, ...cares] = survey.more.map(Number);
  const { facts } = survey;
  return {
    facts,
    careful: new Set(texts.filter((_, at) => cares[at]! > 0).map(({ name }) => name)),
    unrepresentable: unrepresentable!,
    neutralised: neutralised!,
    nulCharactersRemoved: nul!,
    longestTextBytes: longest!,
    isIdUnique:
      idColumn !== null && facts.distinctIds === facts.rows && facts.nulls[idColumn] === 0,
  };
}

/** The id as files have it: an apostrophe in front can make two ids one. */
export function idValueOf({ columns, idColumn }: Dataset, { neutralise }: CsvForm) {
  const isText = columns.some(({ name, type }) => name === idColumn && type.kind === 'text');
  return (id: string) => (isText && neutralise ? neutraliseText(id) : id);
}

/** Bytes that the CSV will have, from the mean of the first rows. */
export async function estimateBytes(
  connection: SqlConnection,
  dataset: Dataset,
  form: CsvForm,
  { facts, careful }: SourceSurvey,
): Promise<number> {
  const values = valuesSelect(dataset, form, careful, { isSorted: false });
  const line = lineOf(dataset.columns, form, careful);
  const mean = await connection.readFirstRow(
    `SELECT coalesce(avg(strlen(${line})), 0) + 1 FROM (SELECT * FROM (\n${values}\n) LIMIT 2000)`,
  );
  return Math.ceil(Number(mean![0]) * facts.rows);
}
