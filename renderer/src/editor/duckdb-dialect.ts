import { SQLDialect } from '@codemirror/lang-sql';

const keywords = `all analyze and anti any array as asc asof at between both by case cast collate columns
cross cube current current_date current_timestamp desc describe distinct else end escape except exclude
exists explain extract false fetch filter first following for from full glob group grouping groups having
if ignore ilike in inner intersect interval into is isnull join last lateral left like limit materialized
name natural not notnull nulls offset on only or order ordinality others outer over partition pivot
positional preceding qualify range recursive replace respect right rollup row rows sample select semi sets
show similar some summarize table tablesample then ties to true unbounded union unique unpivot using value
values when where window with within`;

const types = `bigint bit blob bool boolean date decimal double enum float hugeint int int1 int2 int4 int8
integer json list map numeric real smallint string struct text time timestamp timestamptz timestamp_ms
timestamp_ns timestamp_s tinyint ubigint uinteger union usmallint utinyint uuid varchar`;

const functions = `abs any_value approx_count_distinct approx_quantile arg_max arg_min array_agg avg
bool_and bool_or ceil coalesce concat concat_ws contains corr count cume_dist date_diff date_part
date_trunc dayname dense_rank ends_with epoch epoch_ms first_value floor format generate_series greatest
hash histogram hour json_extract json_extract_string lag last_value lead least len length list
list_contains list_transform ln log10 lower lpad make_date max max_by md5 median min min_by minute mode
month monthname now ntile nth_value nullif percent_rank power printf product quantile quantile_cont
quarter random rank regexp_extract regexp_matches regexp_replace repeat replace reverse round row_number
rpad second sha256 split_part sqrt starts_with stddev_pop stddev_samp strftime string_agg string_split
strlen strptime struct_extract substring sum time_bucket to_days to_hours to_minutes to_seconds
to_timestamp trim trunc try_cast unnest upper var_pop var_samp week year`;

/** DuckDB's words: what it reserves, its types, and the functions that a person asks tables with. */
export const duckDb = SQLDialect.define({
  keywords,
  types,
  builtin: functions,
  operatorChars: '*+-%<>!=&|~^/:@',
  specialVar: '$?',
  doubleDollarQuotedStrings: true,
  caseInsensitiveIdentifiers: true,
});
