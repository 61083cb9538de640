"""Runs the tests' outside processes: gives back the message after a pause. A message of `fail` or `refuse` fails."""
import io
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "..", "workers", "python"))
from worker import Refused, Worker  # noqa: E402

PATTERN = bytes(range(100))


def outside(job):
    message = job.inputs["message"]
    job.message = "Waiting."
    job.log(f"Asked for {message}.")
    job.stopped.wait(job.inputs.get("pause", 0))
    if message == "fail":
        raise RuntimeError("It was asked to fail.")
    if message == "refuse":
        raise Refused("It was asked to fail.")
    if message == "upload":
        job.upload("echo", io.BytesIO(PATTERN * 100_000), "application/x-pattern")
        return {"attempt": job.attempt}
    return {"echo": message, "attempt": job.attempt}


if __name__ == "__main__":
    Worker(sys.argv[1], os.environ["FAIRLEAD_TOKEN"], {process: outside for process in sys.argv[2:]}).work()
