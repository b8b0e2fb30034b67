"""Rewrites the files of a table of 1,000 rows without a pause, until its standard input ends.

Argument: the table's folder. No step changes the rows: every file is written anew, all are
compacted, those replaced are deleted at once, the log is checkpointed and cleaned. Prints a line
after every round.
"""

import sys
import threading

from deltalake import DeltaTable, QueryBuilder, write_deltalake

path = sys.argv[1]
rows = QueryBuilder().execute("select value as id, value % 10 as part from range(1000)").read_all()
write_deltalake(
    path,
    rows,
    partition_by=["part"],
    configuration={
        "delta.logRetentionDuration": "interval 0 seconds",
        "delta.checkpointInterval": "1000",
    },
)
asked_to_end = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), asked_to_end.set()), daemon=True).start()
turn = 0
while not asked_to_end.is_set():
    for _ in range(3):
        DeltaTable(path).update({"id": "id"}, predicate=f"part = {turn % 10}")
        turn += 1
    DeltaTable(path).optimize.compact()
    DeltaTable(path).vacuum(0, dry_run=False, enforce_retention_duration=False)
    DeltaTable(path).create_checkpoint()
    DeltaTable(path).cleanup_metadata()
    print(turn, flush=True)
