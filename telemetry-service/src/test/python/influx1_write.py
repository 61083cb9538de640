"""Writes to a running telemetry-service with the client library of InfluxDB 1 (PyPI influxdb) and reads back.

Usage: influx1_write.py URL WRITE_TOKEN READ_TOKEN VESSEL
The first token must speak for the vessel, the second may read it. Prints what held; fails at the first that does not.
"""

import json
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timezone

from influxdb import InfluxDBClient
from influxdb.exceptions import InfluxDBClientError

url, writer, reader, vessel = sys.argv[1:]
server = urllib.parse.urlsplit(url)
start = int(datetime.now(timezone.utc).timestamp() - 3600)
PARTS = {"s": 1, "ms": 10**3, "u": 10**6, "n": 10**9}


def values(channel):
    asked = urllib.parse.urlencode({"channel": channel, "vessel": vessel, "limit": 1000})
    request = urllib.request.Request(
        f"{url}/api/v1/sensors/readings?{asked}", headers={"Authorization": f"Bearer {reader}"})
    with urllib.request.urlopen(request) as answer:
        return [item["value"] for item in json.load(answer)["items"]]


def connect(token, **more):
    # The token is the password, whatever the user's name.
    return InfluxDBClient(server.hostname, server.port, "any", token, "fleet", retries=1, **more)


def refused(status, what, **arguments):
    try:
        what(**arguments)
    except InfluxDBClientError as error:
        assert error.code == status, error
        return error.content
    raise SystemExit(f"{what} was not refused with {status}")


for gzip in (False, True):
    client = connect(writer, gzip=gzip)
    assert client.ping(), "ping"
    client.create_database("fleet")
    assert {"name": "fairlead"} in client.get_list_database(), client.get_list_database()
    for precision, part in PARTS.items():
        name = f"old {precision} {gzip}"
        points = [
            {"measurement": name, "tags": {"vessel": vessel, "room": "aft, 2=b"}, "time": start * part + n,
             "fields": {"value": n / 4, "note": 'a "b"'}}
            for n in range(500)
        ]
        assert client.write_points(points, time_precision=precision, batch_size=200)
        assert values(name) == [n / 4 for n in range(500)], name
    assert client.write_points([f"lines,vessel={vessel} value=1 {start}"], time_precision="s", protocol="line")
    wrong = refused(400, client.write_points, points=[f"m,vessel={vessel} v="], protocol="line")
    assert "line 1" in json.loads(wrong)["error"], wrong
    refused(403, client.write_points, points=["m,vessel=another v=1"], protocol="line")
    refused(400, client.query, query="SELECT * FROM m")
    client.close()
    print(f"{'packed' if gzip else 'plain'}: points of four precisions written and read back, bad ones refused")

refused(401, connect("none").write_points, points=["m v=1"], protocol="line")
refused(401, connect("none").create_database, dbname="fleet")
print("a bad token refused")
