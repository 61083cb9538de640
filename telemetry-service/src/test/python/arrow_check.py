"""Reads what telemetry-service gives out as Arrow with pyarrow.

Usage: arrow_check.py FILE ROWS...
Each FILE is an answer of /api/v1/sensors/readings?format=arrow, ROWS how many rows it should have. Fails at the first
that does not hold.
"""

import sys

import pyarrow as pa

TEXT = pa.dictionary(pa.int32(), pa.utf8())
TYPES = {
    "vessel": TEXT,
    "channel": TEXT,
    "time": pa.timestamp("ns", "UTC"),
    "start": pa.timestamp("ns", "UTC"),
    "value": pa.float64(),
    "text": TEXT,
    "quality": TEXT,
    "unit": TEXT,
}

for file, rows in zip(sys.argv[1::2], sys.argv[2::2]):
    with pa.OSFile(file) as source, pa.ipc.open_stream(source) as reader:
        table = reader.read_all()
    table.validate(full=True)
    types = dict(zip(table.schema.names, table.schema.types))
    labels = {name: TEXT for name in types if name.startswith("label.")}
    assert types == TYPES | labels, table.schema
    assert table.num_rows == int(rows), table.num_rows
    for row in table.to_pylist():
        assert (row["value"] is None) != (row["text"] is None), row
        assert row["time"].year == 2026, row
    print(f"{file}: {table.num_rows} rows")
