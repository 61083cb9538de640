"""Writes to a running telemetry-service with the client library of InfluxDB 2 (PyPI influxdb-client) and reads back.

Usage: influx_write.py URL WRITE_TOKEN READ_TOKEN VESSEL
The first token must speak for the vessel, the second may read it. Prints what held; fails at the first that does not.
"""

import json
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timezone

from influxdb_client import InfluxDBClient, Point, WriteOptions, WritePrecision
from influxdb_client.client.write_api import SYNCHRONOUS
from influxdb_client.rest import ApiException

url, writer, reader, vessel = sys.argv[1:]
start = int(datetime.now(timezone.utc).timestamp() - 3600)
PARTS = {WritePrecision.S: 1, WritePrecision.MS: 10**3, WritePrecision.US: 10**6, WritePrecision.NS: 10**9}


def read(path):
    request = urllib.request.Request(
        f"{url}/api/v1/sensors/{path}", headers={"Authorization": f"Bearer {reader}"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["items"]


def latest():
    return {item["channel"]["name"]: item["reading"] for item in read(f"{vessel}/latest")}


def values(channel):
    asked = urllib.parse.urlencode({"channel": channel, "vessel": vessel, "limit": 1000})
    return [(item["time"], item["value"]) for item in read(f"readings?{asked}")]


def nanos(text):
    whole, _, fraction = text.rstrip("Z").partition(".")
    return int(datetime.fromisoformat(f"{whole}+00:00").timestamp()) * 10**9 + int(fraction.ljust(9, "0"))


def point(name, n, precision=WritePrecision.MS):
    time = start * PARTS[precision] + n
    return Point(name).tag("vessel", vessel).tag("room", "aft, 2=b").field("value", n / 4).field("note", 'a "b"').time(
        time, precision)


for gzip in (False, True):
    name = f"check {'packed' if gzip else 'plain'}"
    with InfluxDBClient(url=url, token=writer, org="any", enable_gzip=gzip) as client:
        assert client.ping(), "ping"
        with client.write_api(write_options=SYNCHRONOUS) as api:
            api.write("any", record=[point(name, n) for n in range(1000)], write_precision=WritePrecision.MS)
            reading = latest()
            assert reading[name]["value"] == 999 / 4, reading
            assert reading[f"{name}.note"]["text"] == 'a "b"', reading
            try:
                api.write("any", record=f"m,vessel={vessel} v=1\nm,vessel={vessel} v=")
                raise SystemExit("a bad line was taken")
            except ApiException as refused:
                assert refused.status == 400 and "line 2" in refused.body, refused
            try:
                api.write("any", record="m,vessel=another v=1")
                raise SystemExit("another vessel was taken")
            except ApiException as refused:
                assert refused.status == 403, refused
    print(f"{name}: 1000 points written and read back, a bad line and another vessel refused")

with InfluxDBClient(url=url, token=writer, org="any") as client:
    with client.write_api(write_options=SYNCHRONOUS) as api:
        for precision, part in PARTS.items():
            name = f"precision {precision}"
            api.write("any", record=[point(name, n, precision) for n in (0, 1)], write_precision=precision)
            first, second = (nanos(time) for time, _ in values(name))
            assert first == start * 10**9 and second == first + 10**9 // part, (precision, first, second)
    print("times kept in seconds, milliseconds, microseconds and nanoseconds")

    failures = []
    with client.write_api(
        write_options=WriteOptions(batch_size=150, flush_interval=500),
        error_callback=lambda *failure: failures.append(failure),
    ) as api:
        for n in range(1000):
            api.write("any", record=point("batches", n), write_precision=WritePrecision.MS)
    assert not failures, failures
    assert [value for _, value in values("batches")] == [n / 4 for n in range(1000)]
    print("1000 points written in batches from the background and read back")

with InfluxDBClient(url=url, token="none", org="any") as client:
    try:
        client.write_api(write_options=SYNCHRONOUS).write("any", record="m v=1")
        raise SystemExit("a bad token was taken")
    except ApiException as refused:
        assert refused.status == 401, refused
print("a bad token refused")
