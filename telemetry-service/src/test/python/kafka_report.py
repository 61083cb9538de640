"""Reports readings by Kafka with a plain producer (PyPI kafka-python) and reads them back.

Usage: kafka_report.py BROKER URL WRITE_TOKEN READ_TOKEN VESSEL
The first token must speak for the vessel, the second may read it. Prints what held; fails at the first that does not.
"""

import json
import sys
import time
import urllib.request
import uuid
from datetime import datetime, timezone

from kafka import KafkaProducer

broker, url, writer, reader, vessel = sys.argv[1:]
stamp = datetime.now(timezone.utc).isoformat()
mark = f"/check/{uuid.uuid4()}"


def latest():
    request = urllib.request.Request(
        f"{url}/api/v1/sensors/{vessel}/latest", headers={"Authorization": f"Bearer {reader}"})
    with urllib.request.urlopen(request) as answer:
        return {item["channel"]["name"]: item["reading"] for item in json.load(answer)["items"]}


def send(data, token, name=None):
    headers = {
        "ce_specversion": "1.0",
        "ce_id": name or str(uuid.uuid4()),
        "ce_source": mark,
        "ce_type": "telemetry.readings.reported",
        "content-type": "application/json",
        "authorization": f"Bearer {token}",
    }
    producer.send(
        "telemetry.readings", key=vessel.encode(), value=json.dumps(data).encode(),
        headers=[(key, value.encode()) for key, value in headers.items()]).get(30)


def report(channel, value):
    return {"vessel": vessel, "readings": [{"channel": channel, "time": stamp, "value": value}]}


def wait(what, held):
    end = time.monotonic() + 30
    while not held():
        assert time.monotonic() < end, what
        time.sleep(0.1)
    print(what)


producer = KafkaProducer(bootstrap_servers=broker, acks="all")

again = str(uuid.uuid4())
send(report("check.kafka", 1.25), writer, again)
wait("a report was kept", lambda: latest().get("check.kafka", {}).get("value") == 1.25)

send(report("check.kafka", 2), writer)
send(report("check.kafka", 1.25), writer, again)
send(report("check.done", 1), writer)
wait("a later report was kept", lambda: "check.done" in latest())
assert latest()["check.kafka"]["value"] == 2, "a record that came again changed something"

send(report("check.kafka", 9), "none")
send(report("check.kafka", 9), reader)
send(report("check.last", 1), writer)
wait("a report after two without a good token was kept", lambda: "check.last" in latest())
assert latest()["check.kafka"]["value"] == 2, "a record without a good token changed something"
