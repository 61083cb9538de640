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
    if message in ("bad lines", "odd lines"):
        write_odd_lines(job)
    if message == "bad lines":
        job.lines.append({"time": "never", "level": "info", "message": "As only a bug could make it."})
    if message == "many lines":
        for i in range(1500):
            job.log(i)
    job.stopped.wait(job.inputs.get("pause", 0))
    if message == "fail":
        raise RuntimeError("It was asked to fail.")
    if message == "refuse":
        raise Refused("It was asked to fail.")
    if message == "upload":
        job.upload("echo", io.BytesIO(PATTERN * 100_000), "application/x-pattern")
        return {"attempt": job.attempt}
    return {"echo": message, "attempt": job.attempt}


def write_odd_lines(job):
    job.message = "\0\ud800" + "\U0001f6a2" * 1000
    job.log("loud", "loud")
    job.log("\U0001f6a2" * 501)
    job.log("a\0b\udc00c")


if __name__ == "__main__":
    Worker(sys.argv[1], os.environ["FAIRLEAD_TOKEN"], {process: outside for process in sys.argv[2:]}).work()
