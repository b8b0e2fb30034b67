"""Has delta-rs write tables into a lake's folder, and says what it reads from them itself.

Argument: the lake's folder. Prints one JSON line a table: its name, its versions and operations
newest first, and the rows of the newest version, cells as `comparable-cell.ts` gives them.
"""

import datetime
import decimal
import json
import os
import sys

from deltalake import DeltaTable, PostCommitHookProperties, QueryBuilder, write_deltalake

folder = sys.argv[1]
EPOCH = datetime.datetime(1970, 1, 1)
no_checkpoint = PostCommitHookProperties(create_checkpoint=False)


def rows(sql):
    return QueryBuilder().execute(sql).read_all()


def path(name):
    return os.path.join(folder, "bronze", name)


def table(name):
    return DeltaTable(path(name))


def write(name, sql, **options):
    write_deltalake(path(name), rows(sql), mode=options.pop("mode", "append"), **options)


def micros(time):
    return str((time.replace(tzinfo=None) - EPOCH) // datetime.timedelta(microseconds=1))


def cell(value):
    if isinstance(value, dict):
        return [cell(one) for one in value.values()]
    if isinstance(value, list):
        return [cell(one) for one in value]
    if isinstance(value, datetime.datetime):
        return micros(value)
    if isinstance(value, datetime.date):
        return str((value - EPOCH.date()).days)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def facts(name):
    opened = table(name)
    read = QueryBuilder().register("t", opened).execute("select * from t").read_all()
    history = [(one["version"], one["operation"]) for one in opened.history()]
    versions = [{"version": v, "operation": o, "rows": None} for v, o in history]
    versions[0]["rows"] = [cell(row) for row in read.to_struct_array().to_pylist()]
    return {"table": f"bronze.{name}", "refusedFor": None, "versions": versions}


IDS = "select column1 as id, concat('t', column1) as text from (values (1), (2), (3), (4))"

write(
    "rs_types",
    """select arrow_cast(1, 'Int8') as b, arrow_cast(9007199254740993, 'Int64') as l,
         arrow_cast(1.5, 'Float32') as f, 0.1 as d, true as t,
         arrow_cast('12345678901234567890.123456789012345678', 'Decimal128(38, 18)') as dec,
         arrow_cast('2024-02-29', 'Date32') as day, arrow_cast('é', 'Binary') as bytes,
         arrow_cast('2026-11-21T10:00:00.123456', 'Timestamp(Microsecond, Some("UTC"))') as at,
         arrow_cast('0001-01-01T00:00:00', 'Timestamp(Microsecond, None)') as wall,
         make_array(1, 2) as list, named_struct('x', 1, 'y', make_array('a', null)) as s
       union all select null, null, null, null, null, null, null, null, null, null, null, null""",
)
odd = ["a/b=c%20d", " é ü ", "it''s [x]*?", "%", "a:b\\c", "日本", "a+b&c#d", "NULL"]
values = ", ".join(f"({at}, '{text}', date '2024-02-29')" for at, text in enumerate(odd))
write(
    "rs_partitions",
    f"""select column1 as id, column2 as p, column3 as day
        from (values {values}, (99, null, null))""",
    partition_by=["p", "day"],
)
write("rs_empty_partition", "select column1 as id, column2 as p from (values (1, ''), (2, null))", partition_by=["p"])
write("rs_overwritten", IDS)
write("rs_overwritten", "select 9 as id, 'new' as text", mode="overwrite")
write("rs_overwritten", "select 'x' as other", mode="overwrite", schema_mode="overwrite")
write("rs_evolved", IDS)
write("rs_evolved", "select column1 as id, column2 as more from (values (5, 2.5), (6, null))", schema_mode="merge")
write("rs_changed", IDS, partition_by=["text"])
table("rs_changed").delete("id = 2")
table("rs_changed").update({"id": "id * 10"}, predicate="id > 3")
merge = table("rs_changed").merge(rows("select 1 as id, 't1' as text union all select 7, 'n'"),
                                  "s.id = t.id", source_alias="s", target_alias="t")
merge.when_matched_delete().when_not_matched_insert_all().execute()
table("rs_changed").restore(1)
for batch in range(12):
    write("rs_compacted", f"select {batch} as id", post_commithook_properties=no_checkpoint)
table("rs_compacted").optimize.compact()
table("rs_compacted").vacuum(0, dry_run=False, enforce_retention_duration=False)
table("rs_compacted").create_checkpoint()
write("rs_compacted", "select 100 as id")
write("rs_log_cleaned", IDS, configuration={"delta.logRetentionDuration": "interval 0 seconds"})
write("rs_log_cleaned", "select 5 as id, 't5' as text")
table("rs_log_cleaned").create_checkpoint()
table("rs_log_cleaned").cleanup_metadata()
write("rs_log_cleaned", "select 6 as id, 't6' as text")

for name in sorted(os.listdir(os.path.join(folder, "bronze"))):
    print(json.dumps(facts(name)))
