"""A worker for job-service in plain Python: leases jobs over HTTP, renews its leases, hands in results.

    FAIRLEAD_TOKEN=... python3 worker.py http://localhost:8088 NAME

It runs the process `outside`: gives back the message after a pause. A message of `fail` or `refuse` fails.
"""
import json
import os
import sys
import threading
import urllib.error
import urllib.request

BASE, NAME = sys.argv[1:3]


def call(path, **body):
    """POSTs to the protocol. Gives the answer, or None when the lease is lost."""
    request = urllib.request.Request(
        f"{BASE}/api/v1/workers/{path}",
        json.dumps({"worker": NAME, **body}).encode(),
        {"Authorization": "Bearer " + os.environ["FAIRLEAD_TOKEN"], "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        if error.code == 409:
            return None
        raise


def renew(lease, every, stopped, done):
    """Renews the lease until the work is done, and tells it to stop when it was called off or the lease is lost."""
    while not done.wait(every):
        try:
            [order] = call("heartbeat", jobs=[{**lease, "message": "Waiting."}])["jobs"]
        except OSError:
            continue
        if order["order"] != "continue":
            stopped.set()
            return


def run(job, every):
    lease = {"jobID": job["jobID"], "attempt": job["attempt"]}
    stopped, done = threading.Event(), threading.Event()
    threading.Thread(target=renew, args=(lease, every, stopped, done), daemon=True).start()
    message = job["inputs"]["message"]
    if stopped.wait(job["inputs"].get("pause", 0)):
        call("fail", **lease, message="It was told to stop.")
    elif message in ("fail", "refuse"):
        call("fail", **lease, message="It was asked to fail.", retryable=message == "fail")
    else:
        call("complete", **lease, outputs={"echo": message, "attempt": job["attempt"]})
    done.set()


while True:
    leased = call("lease", processes=["outside"], waitSeconds=10)
    for job in leased["jobs"]:
        run(job, leased["heartbeatSeconds"])
