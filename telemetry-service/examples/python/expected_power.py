"""What power a vessel is expected to draw at each time of day, learned from its 15-minute windows.

Reads the windows from Kafka, holds the last day back, fits the rest, publishes what it expects of that day and how far the day was
off it, and reads both back from the analytics API.

    export FAIRLEAD_TOKEN=...    # a personal access token that may read
    python expected_power.py MV101 --kafka localhost:19092 --url http://localhost:8088
"""

import argparse
import json
import os
import sys
import time
import urllib.parse
import urllib.request
import uuid
from collections import defaultdict
from datetime import datetime, timedelta, timezone

import numpy as np
from cloudevents.core.bindings.kafka import to_binary_event
from cloudevents.core.v1.event import CloudEvent
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

WINDOW = timedelta(minutes=15)
DAY = timedelta(days=1)


def windows(kafka, vessel):
    """The windows of the topic as they are now: of each series and end the last that was told."""
    consumer = KafkaConsumer(**kafka, enable_auto_commit=False, isolation_level="read_committed")
    partitions = [TopicPartition("telemetry.windows", p) for p in consumer.partitions_for_topic("telemetry.windows") or ()]
    consumer.assign(partitions)
    consumer.seek_to_beginning(*partitions)
    ends = consumer.end_offsets(partitions)
    newest = {}
    while any(consumer.position(partition) < end for partition, end in ends.items()):
        for records in consumer.poll(timeout_ms=1000).values():
            for record in records:
                window = json.loads(record.value) if record.value else None
                if window and window["vessel"] == vessel and window["quantity"] == "power" and window["coverageSeconds"] > 0:
                    newest[record.key] = window
    consumer.close()
    return newest.values()


def totals(windows):
    """Mean kW of all meters of power together, by the start of the window; only windows in which every meter reported."""
    kilowatts, meters = defaultdict(dict), set()
    for window in windows:
        meters.add(window["series"])
        kilowatts[datetime.fromisoformat(window["start"])][window["series"]] = window["meanKW"]
    return {start: sum(of.values()) for start, of in sorted(kilowatts.items()) if len(of) == len(meters)}


def features(starts, waves):
    """A constant, and the first waves of each period, {hours: how many}: a row for each time."""
    hours = np.array([start.timestamp() / 3600 for start in starts])
    angles = [2 * np.pi * wave * hours / period for period, most in waves.items() for wave in range(1, most + 1)]
    return np.column_stack([np.ones(len(hours)), *(turn(angle) for angle in angles for turn in (np.sin, np.cos))])


def fit(x, kilowatts, penalty=1.0):
    """Ridge regression (Hoerl, Kennard, Technometrics 12, 1970); the constant is not penalised."""
    weights = np.full(x.shape[1], penalty)
    weights[0] = 0
    return np.linalg.solve(x.T @ x + np.diag(weights), x.T @ kilowatts)


def rfc3339(moment):
    return moment.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def publish(kafka, results):
    """A CloudEvent for each result, on analytics.results; returns when the broker has them all."""
    producer = KafkaProducer(**kafka, acks="all", enable_idempotence=True)
    for result in results:
        event = CloudEvent(
            {
                "id": str(uuid.uuid4()),
                "source": "/examples/expected-power",
                "type": "analytics.result.published",
                "specversion": "1.0",
                "datacontenttype": "application/json",
                "subject": result["vessel"],
                "time": datetime.now(timezone.utc),
            },
            result)
        record = to_binary_event(event)
        producer.send(
            "analytics.results", key=result["vessel"].encode(), value=record.value, headers=list(record.headers.items())).get(30)
    producer.close()


def connection(servers, environment):
    """How to reach Kafka; KAFKA_SECURITY_PROTOCOL and the like are the arguments of kafka-python of these names, in capitals."""
    further = {name[6:].lower(): value for name, value in environment.items() if name.startswith(("KAFKA_SECURITY_", "KAFKA_SASL_", "KAFKA_SSL_"))}
    return {"bootstrap_servers": servers, **further}


def read_back(url, token, vessel, run, expected, patience=30):
    """The results of a run, as the analytics API answers them; waits until all are there."""
    question = f"{url}/api/v1/analytics/results?" + urllib.parse.urlencode({"vessel": vessel, "run": run})
    end = time.monotonic() + patience
    while True:
        with urllib.request.urlopen(urllib.request.Request(question, headers={"Authorization": f"Bearer {token}"})) as answer:
            items = json.load(answer)["items"]
        if len(items) >= expected:
            return items
        if time.monotonic() > end:
            sys.exit(f"{len(items)} of {expected} results are in analytics; why is on telemetry-service.dead-letters")
        time.sleep(0.5)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("vessel")
    options.add_argument("--kafka", default="localhost:19092")
    options.add_argument("--url", default="http://localhost:8088")
    given = options.parse_args()
    token = os.environ.get("FAIRLEAD_TOKEN") or sys.exit("FAIRLEAD_TOKEN is not set")

    kafka = connection(given.kafka, os.environ)
    measured = totals(windows(kafka, given.vessel))
    if not measured or max(measured) + WINDOW - min(measured) < 2 * DAY:
        sys.exit(f"{given.vessel} has not two days of windows of power")
    day = max(measured) + WINDOW - DAY
    past = [start for start in measured if start < day]
    last = [start for start in measured if start >= day]
    waves = {24: 6, 168: 2} if day - min(measured) >= 14 * DAY else {24: 6}
    weights = fit(features(past, waves), np.array([measured[start] for start in past]))
    expected = features(last, waves) @ weights
    actual = np.array([measured[start] for start in last])
    yesterday = [abs(measured[start] - measured[start - DAY]) for start in last if start - DAY in measured]

    error = float(np.abs(actual - expected).mean())
    naive = float(np.mean(yesterday)) if yesterday else None
    excess = float((actual - expected).sum()) / 4  # kWh: each window is a quarter of an hour
    print(f"{given.vessel}: {len(past)} windows fitted, {len(last)} held back; off by {error:.1f} kW on average"
          + (f", the day before by {naive:.1f} kW" if naive is not None else ""))

    run = {
        "id": str(uuid.uuid4()),
        "parameters": {"windows": len(past), "penalty": 1.0},
        "metrics": {"meanAbsoluteErrorKW": round(error, 3), "naiveMeanAbsoluteErrorKW": naive and round(naive, 3)},
    }
    common = {
        "vessel": given.vessel, "start": rfc3339(day), "end": rfc3339(day + DAY),
        "model": {"name": "expected-power", "version": "1"}, "run": run, "producedAt": rfc3339(datetime.now(timezone.utc)),
    }
    publish(kafka, [
        {**common, "name": "power.expected", "type": "series", "unit": "kW",
         "value": [{"time": rfc3339(start), "value": round(float(kw), 3)} for start, kw in zip(last, expected)]},
        {**common, "name": "energy.excess", "type": "number", "unit": "kWh", "value": round(excess, 3)},
    ])
    for result in read_back(given.url, token, given.vessel, run["id"], 2):
        value = result["value"]
        print(f"{result['name']}: {value if result['type'] == 'number' else f'{len(value)} values'} {result['unit']},"
              f" revision {result['revision']}")


if __name__ == "__main__":
    main()
