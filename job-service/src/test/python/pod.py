"""What the container of the tests' Kubernetes Jobs runs: the outside process, for the one job of its environment.

A message of `crash` ends it with an error before it says anything, one of `exit` without one; one that is `silent` does not
renew its lease.
"""
import os
import sys
import time

sys.path.insert(0, os.path.dirname(__file__))
from outside import Worker, outside  # noqa: E402


def pod(job):
    if job.inputs["message"] in ("crash", "exit"):
        os._exit(1 if job.inputs["message"] == "crash" else 0)
    if job.inputs["message"] == "silent":
        job.done.set()
        time.sleep(job.inputs["pause"])
        return {"echo": "silent", "attempt": job.attempt}
    return outside(job)


Worker.of_pod({process: pod for process in sys.argv[1:]}).work_off()
