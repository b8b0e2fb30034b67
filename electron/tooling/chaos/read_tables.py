"""Reads Delta tables with delta-rs, a reader that shares no code with Deltadesk.

Arguments: the lake's folder, then JSON: {"<layer>.<table>": ["<SQL expression>", ...], ...}.
Prints JSON: version, protocol and the text of every expression over all rows, by table.
"""

import json
import os
import sys

from deltalake import DeltaTable, QueryBuilder


def read(folder, name, expressions):
    table = DeltaTable(os.path.join(folder, *name.split(".")))
    protocol = table.protocol()
    columns = ", ".join(
        f"cast({sql} as varchar) as c{index}" for index, sql in enumerate(expressions)
    )
    batches = QueryBuilder().register("t", table).execute(f"select {columns} from t")
    row = batches.read_all().to_struct_array().to_pylist()[0]
    return {
        "version": table.version(),
        "protocol": [protocol.min_reader_version, protocol.min_writer_version],
        "values": [row[f"c{index}"] for index in range(len(expressions))],
    }


tables = json.loads(sys.argv[2])
print(json.dumps({name: read(sys.argv[1], name, sql) for name, sql in tables.items()}))
