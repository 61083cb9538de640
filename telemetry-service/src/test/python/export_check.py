"""Reads exports of telemetry-service with pyarrow and DuckDB: all forms say the same, to both.

Usage: export_check.py FOLDER NUMBER ROWS SUM
FOLDER has a folder for each form, csv, ndjson, arrow and parquet, with the parts of one export as files. NUMBER is the column
that comes to SUM in ROWS rows. Fails at the first that does not hold.
"""

import math
import sys
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from pyarrow import csv, json, parquet

TIMES = ("time", "start", "end")


def nanos(value):
    """A time of any reader as nanoseconds since 1970."""
    if value is None or value == "":
        return None
    return int(np.datetime64(value.rstrip("Z"), "ns").astype(np.int64)) if isinstance(value, str) else int(value)


def flat(row):
    """The row without what is empty, with labels as they are called in tables, and with times as numbers."""
    row = dict(row)
    for name, value in (row.pop("labels", None) or {}).items():
        row["label." + name] = value
    return {
        name: nanos(value) if name in TIMES else value
        for name, value in row.items()
        if value is not None and value != ""
    }


def arrow_rows(table):
    """Rows of an Arrow table; its times stay exact as numbers."""
    for i, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type):
            assert field.type.unit == "ns" and field.type.tz == "UTC", field
            table = table.set_column(i, field.name, table.column(i).cast(pa.int64()))
    return [flat(row) for row in table.to_pylist()]


def duck_rows(relation):
    """Rows of a DuckDB relation."""
    times = [name for name, kind in zip(relation.columns, relation.types) if "TIMESTAMP" in str(kind)]
    exact = ", ".join(f'epoch_ns("{name}") as "{name}"' for name in times)
    relation = relation.project(f"* replace ({exact})") if times else relation
    return [flat(dict(zip(relation.columns, row))) for row in relation.fetchall()]


def text_times(file):
    """What must stay text so that no digit is lost."""
    names = file.read_text().splitlines()[0].split(",")
    return {name: pa.string() for name in names if name in TIMES}


def stream(file):
    with pa.OSFile(str(file)) as source, pa.ipc.open_stream(source) as reader:
        return reader.read_all()


def lines(file):
    """NDJSON; texts of times are not to be guessed at."""
    fields = pa.schema([(name, pa.string()) for name in TIMES])
    return json.read_json(file, parse_options=json.ParseOptions(explicit_schema=fields))


folder, number, rows, total = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
parts = {form: sorted((folder / form).iterdir()) for form in ("csv", "ndjson", "arrow", "parquet")}


def all_rows(form, read):
    return [row for part in parts[form] if part.stat().st_size for row in read(part)]


varchar = {name: "VARCHAR" for name in text_times(parts["csv"][0])}
found = {
    "pyarrow csv": all_rows(
        "csv",
        lambda file: arrow_rows(
            csv.read_csv(file, convert_options=csv.ConvertOptions(column_types=text_times(file), strings_can_be_null=True))
        ),
    ),
    "pyarrow ndjson": all_rows("ndjson", lambda file: [flat(row) for row in lines(file).to_pylist()]),
    "pyarrow arrow": all_rows("arrow", lambda file: arrow_rows(stream(file))),
    "pyarrow parquet": all_rows("parquet", lambda file: arrow_rows(parquet.read_table(file))),
    "duckdb csv": all_rows("csv", lambda file: duck_rows(duckdb.read_csv(str(file), dtype=varchar))),
    "duckdb ndjson": all_rows(
        "ndjson",
        lambda file: duck_rows(
            duckdb.sql(f"select * from read_json('{file}', format = 'newline_delimited', timestampformat = 'none')")
        ),
    ),
    "duckdb arrow": all_rows("arrow", lambda file: duck_rows(duckdb.from_arrow(stream(file)))),
    "duckdb parquet": all_rows("parquet", lambda file: duck_rows(duckdb.read_parquet(str(file)))),
}

expected = found["pyarrow parquet"]
assert len(expected) == rows, len(expected)
assert math.isclose(sum(row.get(number, 0) for row in expected), total), sum(row.get(number, 0) for row in expected)
for reader, own in found.items():
    assert len(own) == rows, (reader, len(own))
    for one, other in zip(own, expected):
        assert one == other, (reader, one, other)

for part in parts["parquet"]:
    meta = parquet.ParquetFile(part).metadata
    for group in range(meta.num_row_groups):
        for column in range(meta.num_columns):
            chunk = meta.row_group(group).column(column)
            assert chunk.compression == "ZSTD" and chunk.is_stats_set, chunk
print(f"{folder}: {rows} rows in {len(parts['parquet'])} parts, the same to {len(found)} readers")
