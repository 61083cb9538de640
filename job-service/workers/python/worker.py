"""A worker for job-service in plain Python: leases jobs over HTTP, renews the leases, hands in results.

    from worker import Worker
    Worker("http://localhost:8088", token, {"my-process": lambda job: {"answer": 42}}).work()

In a pod that job-service has started for one job: `Worker.of_pod({"my-process": …}).work_off()`.
"""
import base64
import datetime
import hashlib
import http.client
import json
import os
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid


PART = 4 * 1024 * 1024  # bytes, the most that one part may have
LEVELS = ("debug", "info", "warn", "error")
LONGEST = 1000  # UTF-16 code units, the most that a message may have
MOST_LINES = 1000  # that wait to be handed in
AT_ONCE = 200  # lines, the most that one heartbeat may have


def plain(text):
    """The text as the service takes it: not too long, without U+0000 and halves of characters."""
    units = str(text)[:LONGEST].replace("\0", "\ufffd").encode("utf-16-le", "surrogatepass")
    return units[: 2 * LONGEST].decode("utf-16-le", "replace")


class Refused(Exception):
    """Raised by a process: these inputs can never succeed, so the job fails and is not tried again."""


class ClientToken:
    """The token of a client of its own, fetched anew before it expires: jobs may take longer than a token lasts."""

    def __init__(self, url, client, secret):
        self.url, self.ends = url, 0
        self.form = {"grant_type": "client_credentials", "client_id": client, "client_secret": secret}

    def __call__(self):
        if time.monotonic() >= self.ends:
            form = urllib.parse.urlencode(self.form).encode()
            with urllib.request.urlopen(self.url, form, timeout=10) as answer:
                grant = json.load(answer)
            self.token, self.ends = grant["access_token"], time.monotonic() + grant["expires_in"] * 0.8
        return self.token


class Job:
    """One attempt. A process reads `inputs`, sets `progress` (percent) and `message`, writes with `log` and returns soon after
    `stopped` is set."""

    def __init__(self, leased, worker):
        self.worker, self.uploads = worker, {}
        self.id, self.attempt, self.process = leased["jobID"], leased["attempt"], leased["processID"]
        self.inputs, self.progress, self.message = leased["inputs"], 0, None
        self.stopped, self.done, self.lost = threading.Event(), threading.Event(), False
        self.lines, self.left_out, self.writing, self.beating = [], 0, threading.Lock(), threading.Lock()

    def log(self, message, level="info"):
        """Writes a line into the job's log; `level` is debug, info, warn or error, and anything else means info."""
        with self.writing:
            if len(self.lines) >= MOST_LINES:
                self.left_out += 1
            else:
                self.say_left_out()
                self.add(message, level if level in LEVELS else "info")

    def add(self, message, level):
        now = datetime.datetime.now(datetime.timezone.utc).isoformat()
        self.lines.append({"time": now, "level": level, "message": plain(message)})

    def say_left_out(self):
        if self.left_out:
            self.add(f"{self.left_out} lines were left out: they came too fast, or were refused.", "warn")
            self.left_out = 0

    def handed_in(self, count, refused):
        """The first lines wait no more."""
        with self.writing:
            del self.lines[:count]
            self.left_out += count if refused else 0

    def upload(self, output, file, media_type="application/octet-stream"):
        """Sends an output that is too large for memory, from a file opened for reading bytes."""
        parts = 0
        while data := file.read(PART):
            parts += 1
            if self.stopped.is_set() or not self.worker.put(self, output, parts, data):
                return
        self.uploads[output] = {"parts": parts, "mediaType": media_type}


class Worker:
    def __init__(self, base, token, processes):
        self.base, self.token, self.processes = base, token, processes
        self.name = f"{socket.gethostname()}/{os.getpid()}/{uuid.uuid4().hex[:8]}"  # another one after each restart

    @classmethod
    def of_pod(cls, processes):
        """The worker that the environment of a pod speaks of."""
        names = ("FAIRLEAD_TOKEN_URL", "FAIRLEAD_CLIENT", "FAIRLEAD_CLIENT_SECRET")
        token = os.environ.get("FAIRLEAD_TOKEN") or ClientToken(*(os.environ[name] for name in names))
        worker = cls(os.environ["FAIRLEAD_URL"], token, processes)
        worker.name = os.environ["FAIRLEAD_WORKER"]
        return worker

    def send(self, method, path, data, media_type, timeout, **headers):
        token = self.token() if callable(self.token) else self.token
        headers = {"Authorization": "Bearer " + token, "Content-Type": media_type, **headers}
        request = urllib.request.Request(f"{self.base}/api/v1/workers/{path}", data, headers, method=method)
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            return json.loads(answer.read() or b"true")

    def post(self, path, timeout, **body):
        return self.send("POST", path, json.dumps({"worker": self.name, **body}).encode(), "application/json", timeout)

    def put(self, job, output, number, data):
        path = f"jobs/{job.id}/attempts/{job.attempt}/outputs/{urllib.parse.quote(output, safe='')}/parts/{number}?worker={self.name}"
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        digest = {"Content-Digest": f"sha-256=:{digest}:"}
        return self.insist(lambda: self.send("PUT", path, data, "application/octet-stream", 60, **digest))

    def say(self, path, **body):
        return self.insist(lambda: self.post(path, 60, **body))

    def insist(self, call):
        """Calls until there is an answer, which is safe to repeat. Gives the answer, or None when the lease is lost."""
        while True:
            try:
                return call()
            except urllib.error.HTTPError as error:
                if error.code == 409:
                    return None
                damaged = error.code == 400 and b"Content-Digest" in error.read()
                if error.code < 500 and error.code != 429 and not damaged:
                    raise
            except (OSError, http.client.HTTPException, ValueError):
                pass
            time.sleep(1)

    def beat(self, job, timeout):
        """Says how far the job is and hands in what it wrote; gives the order that is answered. What is refused is left out,
        for no line is worth a lease."""
        with job.beating:
            lease = {"jobID": job.id, "attempt": job.attempt}
            lines, message, refused = job.lines[:AT_ONCE], job.message, False
            told = {"progress": job.progress, "message": None if message is None else plain(message), "log": lines}
            try:
                answer = self.post("heartbeat", timeout, jobs=[{**lease, **told}])
            except urllib.error.HTTPError as error:
                if error.code != 400:
                    raise
                refused = True
                answer = self.post("heartbeat", timeout, jobs=[lease])
            job.handed_in(len(lines), refused)
            return answer["jobs"][0]["order"]

    def renew(self, job, every, lease):
        """Renews the lease until the job is done, and stops the job when it was called off or its lease may have ended."""
        ends = time.monotonic() + lease
        while not job.done.wait(every):
            begun = time.monotonic()
            try:
                order = self.beat(job, every)
                ends = begun + lease
            except (OSError, http.client.HTTPException, ValueError):
                order = "continue" if time.monotonic() + every < ends else "stop"
            if order != "continue":
                job.lost = order == "stop"
                job.stopped.set()
                return

    def hand_in_lines(self, job):
        """The rest of the log, while the lease is held; what cannot be handed in is dropped."""
        try:
            with job.writing:
                job.say_left_out()
            while job.lines and not job.lost:
                job.lost = self.beat(job, 5) == "stop"
        except (OSError, http.client.HTTPException, ValueError):
            pass

    def run(self, job):
        lease = {"jobID": job.id, "attempt": job.attempt}
        try:
            try:
                outputs = self.processes[job.process](job)
            finally:
                self.hand_in_lines(job)
            if not job.stopped.is_set():
                self.say("complete", **lease, outputs=outputs, uploads=job.uploads)
            elif not job.lost:
                self.say("fail", **lease, message="It was called off.")
        except Exception as error:
            self.say("fail", **lease, message=plain(error).strip() or "It failed.", retryable=not isinstance(error, Refused))
        finally:
            job.done.set()

    def work(self):
        while True:
            leased = self.say("lease", processes=list(self.processes), waitSeconds=10)
            self.run_all(leased)

    def work_off(self):
        """Does the one job of a pod; returns when it is done, or at once when its lease is lost."""
        lease = {"jobID": os.environ["FAIRLEAD_JOB"], "attempt": int(os.environ["FAIRLEAD_ATTEMPT"])}
        leased = self.say("inputs", **lease)
        if leased:
            self.run_all(leased)

    def run_all(self, leased):
        for job in [Job(each, self) for each in leased["jobs"]]:
            beats = (job, leased["heartbeatSeconds"], leased["leaseSeconds"])
            threading.Thread(target=self.renew, args=beats, daemon=True).start()
            self.run(job)
