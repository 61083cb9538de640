"""Writes to a running telemetry-service with the client library of InfluxDB 2 (PyPI influxdb-client) and reads back.

Usage: influx_write.py URL WRITE_TOKEN READ_TOKEN VESSEL
The first token must speak for the vessel, the second may read it. Prints what held; fails at the first that does not.
"""

import json
import sys
import urllib.request
from datetime import datetime, timezone

from influxdb_client import InfluxDBClient, Point, WritePrecision
from influxdb_client.client.write_api import SYNCHRONOUS
from influxdb_client.rest import ApiException

url, writer, reader, vessel = sys.argv[1:]
start = int(datetime.now(timezone.utc).timestamp() - 300) * 1000


def latest():
    request = urllib.request.Request(
        f"{url}/api/v1/sensors/{vessel}/latest", headers={"Authorization": f"Bearer {reader}"})
    with urllib.request.urlopen(request) as answer:
        return {item["channel"]["name"]: item["reading"] for item in json.load(answer)["items"]}


def points(name):
    return [
        Point(name).tag("vessel", vessel).tag("room", "aft, 2=b").field("value", n / 4).field("note", 'a "b"')
        .time(start + n, WritePrecision.MS)
        for n in range(1000)
    ]


for gzip in (False, True):
    name = f"check {'packed' if gzip else 'plain'}"
    with InfluxDBClient(url=url, token=writer, org="any", enable_gzip=gzip) as client:
        assert client.ping(), "ping"
        with client.write_api(write_options=SYNCHRONOUS) as api:
            api.write("any", record=points(name), write_precision=WritePrecision.MS)
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

with InfluxDBClient(url=url, token="none", org="any") as client:
    try:
        client.write_api(write_options=SYNCHRONOUS).write("any", record="m v=1")
        raise SystemExit("a bad token was taken")
    except ApiException as refused:
        assert refused.status == 401, refused
print("a bad token refused")
