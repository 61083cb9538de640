"""Sends readings that the database lost, by a restore to an earlier time, to telemetry-service again.

Whatever door they came by, telemetry-service told them on the topic telemetry.readings when it had accepted them. What was told since
the time of the restore is read there and reported over HTTP, in its order; what is known already changes nothing, so it may run again.

    export FAIRLEAD_TOKEN=...    # of an administrator, or of one who may report for these vessels
    python recover_readings.py --since 2026-11-22T06:30:39Z --kafka localhost:19092 --url http://localhost:8088
"""

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from collections import Counter, defaultdict
from datetime import datetime

from kafka import KafkaConsumer, TopicPartition

TOPIC = "telemetry.readings"
ACCEPTED = b"telemetry.readings.accepted"
READINGS = 10_000  # of one request
BYTES = 4_000_000  # of one request, about: the service takes 16 MB by default
PATIENCE = 300  # seconds for which a service that is away is asked again


class Refused(Exception):
    """The service does not take a request, however often it is sent.

    readings: which of the request are wrong, by their number; none when it is not about single ones.
    """

    def __init__(self, said, readings=()):
        super().__init__(said)
        self.readings = set(readings)


def told(kafka, since):
    """The records of the topic from a time to the end as it is now, in the order of each partition."""
    consumer = KafkaConsumer(**kafka, enable_auto_commit=False, isolation_level="read_committed")
    partitions = [TopicPartition(TOPIC, number) for number in consumer.partitions_for_topic(TOPIC) or ()]
    if not partitions:
        sys.exit(f"there is no topic {TOPIC}")
    consumer.assign(partitions)
    ends = consumer.end_offsets(partitions)
    first = consumer.offsets_for_times({partition: int(since.timestamp() * 1000) for partition in partitions})
    for partition in partitions:
        consumer.seek(partition, first[partition].offset if first[partition] else ends[partition])
    while any(consumer.position(partition) < end for partition, end in ends.items()):
        for partition, records in consumer.poll(timeout_ms=1000).items():
            yield from (record for record in records if record.offset < ends[partition])
    consumer.close()


def readings(event):
    """What one event tells, as a report names it. A text is given as one, for it may look like a number."""
    for table in event["tables"]:
        for row in table["rows"]:
            qualities = row.get("qualities") or [None] * len(table["channels"])
            for channel, value, quality in zip(table["channels"], row["values"], qualities):
                reading = {
                    "channel": channel["channel"], "labels": channel["labels"], "unit": channel["unit"],
                    "start": row.get("start"), "time": row["time"], "quality": quality,
                    "text" if isinstance(value, str) else "value": value,
                }
                yield {name: part for name, part in reading.items() if part is not None}


def identity(reading):
    """Of two readings with the same one the later is right."""
    return reading["channel"], json.dumps(reading["labels"], sort_keys=True), reading["time"], reading.get("start")


def wrong(said):
    """The numbers of the readings that a problem's errors point at, as #/readings/17/value."""
    try:
        pointers = [error.get("pointer") or "" for error in json.loads(said).get("errors") or ()]
    except ValueError:
        return
    for pointer in pointers:
        parts = pointer.split("/")
        if parts[:2] == ["#", "readings"] and parts[2:3] and parts[2].isdigit():
            yield int(parts[2])


def report(url, token, vessel, some):
    """Reports readings and returns the receipt; waits while the service is away or has too much to do."""
    body = json.dumps({"vessel": vessel, "readings": some}).encode()
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    end = time.monotonic() + PATIENCE
    while True:
        wait = 2
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{url}/api/v1/sensors/readings", body, headers), timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as failure:
            said = failure.read().decode(errors="replace")
            if failure.code == 401:
                sys.exit(f"the token is not accepted: {said}")
            if failure.code not in (429, 502, 503, 504) or time.monotonic() > end:
                raise Refused(f"{failure.code} {said}", wrong(said)) from None
            after = failure.headers.get("Retry-After", "")
            wait = min(int(after), 60) if after.isdigit() else wait
        except OSError as failure:
            if time.monotonic() > end:
                raise Refused(str(failure)) from None
        time.sleep(wait)


def report_good(url, token, vessel, some, counts):
    """Reports readings; leaves out the single ones that the service says are wrong, and counts what became of all."""
    try:
        counts.update(report(url, token, vessel, some))
    except Refused as failure:
        bad = [reading for number, reading in enumerate(some) if number in failure.readings] or some
        channels = ", ".join(sorted({reading["channel"] for reading in bad}))
        print(f"{vessel}, {len(bad)} readings of {channels}: {failure}", file=sys.stderr)
        counts["refused"] += len(bad)
        if len(bad) < len(some):
            good = [reading for number, reading in enumerate(some) if number not in failure.readings]
            report_good(url, token, vessel, good, counts)


def connection(servers, environment):
    """How to reach Kafka; KAFKA_SECURITY_PROTOCOL and the like are the arguments of kafka-python of these names, in capitals."""
    further = {name[6:].lower(): value for name, value in environment.items() if name.startswith(("KAFKA_SECURITY_", "KAFKA_SASL_", "KAFKA_SSL_"))}
    return {"bootstrap_servers": servers, **further}


def moment(text):
    """A time of RFC 3339, which says how far it is from UTC."""
    given = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if given.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text} does not say its distance from UTC, such as Z")
    return given


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--since", type=moment, required=True, help="the time to which the database was restored, as 2026-11-22T06:30:39Z")
    options.add_argument("--vessel", action="append", help="only of this vessel; may be given several times")
    options.add_argument("--kafka", default="localhost:19092")
    options.add_argument("--url", default="http://localhost:8088")
    options.add_argument("--dry-run", action="store_true", help="count, and send nothing")
    given = options.parse_args()
    token = os.environ.get("FAIRLEAD_TOKEN") or given.dry_run or sys.exit("FAIRLEAD_TOKEN is not set")

    counts, held, sizes = Counter(), defaultdict(dict), Counter()

    def send(vessel):
        del sizes[vessel]
        report_good(given.url, token, vessel, list(held.pop(vessel).values()), counts)

    for record in told(connection(given.kafka, os.environ), given.since):
        if dict(record.headers).get("ce_type") != ACCEPTED:
            continue
        event = json.loads(record.value)
        vessel = event["vessel"]
        if given.vessel and vessel not in given.vessel:
            continue
        for reading in readings(event):
            counts["told"] += 1
            if given.dry_run:
                continue
            held[vessel][identity(reading)] = reading
            sizes[vessel] += len(json.dumps(reading))
            if len(held[vessel]) >= READINGS or sizes[vessel] >= BYTES:
                send(vessel)
    for vessel in sorted(held):
        send(vessel)
    print(", ".join(f"{counts[name]} {name}" for name in ("told", "accepted", "duplicate", "rejected", "refused")))
    if counts["refused"] or counts["rejected"]:
        sys.exit("not all were taken: why is said above, or on telemetry.rejected; mend it and run this again")


if __name__ == "__main__":
    main()
