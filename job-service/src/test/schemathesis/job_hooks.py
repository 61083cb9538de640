"""What an OpenAPI document cannot say of jobs: what is there before the run, inputs that follow the process, and texts whose
rule is another standard's."""

import itertools
import json
from pathlib import Path

import schemathesis
from hypothesis import strategies as st

from common_hooks import is_positive

# What SchemathesisTest made.
KNOWN = json.loads(Path("target", "schemathesis-known.json").read_text())
# What these get is gone afterwards, so they get nothing that others need.
DELETIONS = ("removeMember", "deleteTrigger")
SUBSCRIBER = {"successUri": "http://127.0.0.1:1/done"}

numbers = itertools.count(1)

schemathesis.openapi.format("callback-uri", st.just("https://example.org/done"))
schemathesis.openapi.format("time-interval", st.sampled_from(["2026-01-31T00:00:00Z", "../2026-01-31T00:00:00Z"]))


def job(body):
    """A process that there is, with its inputs, and a project in which one may submit."""
    body["process"], body["inputs"] = "echo", {"message": "ahoy"}
    body["project"] = KNOWN["project"] if body.get("project") else None
    body["subscriber"] = SUBSCRIBER if body.get("subscriber") else None


def trigger(body):
    """Either an event or a schedule."""
    body["process"], body["inputs"] = "echo", {"message": {"$event": "/time", "default": "never"}}
    body["project"] = KNOWN["project"] if body.get("project") else None
    if body.get("event"):
        body["event"] = {"topic": "fleet.vessels", "type": f"tried-{next(numbers)}", "data": {"/status": "active"}}
        body.pop("cron", None)
    else:
        body["cron"] = {"expression": "0 6 * * *", "zone": "Europe/Oslo"}
        body.pop("event", None)


def patch_of_trigger(body):
    """Only what can be changed by itself; the kind stays."""
    for name in ("event", "cron", "process", "inputs", "project"):
        body.pop(name, None)


def is_alone(case):
    """Whether a case stands by itself and is no step of a sequence, which brings its own ids."""
    return case.meta is None or "stateful" not in str(case.meta.phase.name).lower()


def known(parameters):
    """Every other question is about what is there."""
    for name, values in (("jobID", KNOWN["jobs"]), ("project", [KNOWN["project"]]), ("trigger", KNOWN["triggers"])):
        if name in parameters:
            number = next(numbers)
            if number % 2:
                parameters[name] = values[number // 2 % len(values)]
    if "processID" in parameters:
        parameters["processID"] = "echo"
    if "outputID" in parameters:
        parameters["outputID"] = "echo"


@schemathesis.hook
def before_call(context, case, kwargs):
    if not is_positive(case):
        return
    if is_alone(case) and case.path_parameters and case.operation.definition.raw.get("operationId") not in DELETIONS:
        known(case.path_parameters)
    if case.query and case.query.get("project") and case.path.endswith("/secrets"):
        case.query["project"] = KNOWN["project"]
    if case.headers and case.headers.get("Idempotency-Key"):
        # A key belongs to one request.
        case.headers["Idempotency-Key"] = f"tried-{next(numbers)}"
    if case.query and case.query.get("newest") and case.path.endswith("/log"):
        # Each says where to begin.
        case.query.pop("from", None)
    if case.operation.definition.raw.get("operationId") == "removeMember":
        # A list of members names whoever makes these calls, who would leave the project.
        case.path_parameters["subject"] = "somebody"
    if case.path.endswith("/events"):
        # Nothing happens meanwhile, so nothing is gained by waiting.
        case.query = {**(case.query or {}), "seconds": 1}
    body = case.body
    if not isinstance(body, dict):
        return
    method = case.method.upper()
    if case.path == "/api/v1/jobs":
        job(body)
    elif case.path == "/api/v1/jobs/batch":
        for one in body["jobs"]:
            job(one)
    elif case.path.endswith("/execution"):
        case.path_parameters["processID"] = "echo"
        body["inputs"] = {"message": "ahoy"}
        body["outputs"] = {"echo": {}} if body.get("outputs") else None
        body["subscriber"] = SUBSCRIBER if body.get("subscriber") else None
    elif case.path == "/api/v1/projects":
        body["id"] = f"tried-{next(numbers)}"
    elif case.path == "/api/v1/projects/{project}" and method == "PATCH":
        body.pop("id", None)
        # Archived, it would take no jobs of the other tries.
        body.pop("archived", None)
        if body.get("name", "") is None:
            body.pop("name")
    elif case.path == "/api/v1/workers/lease":
        # Nobody submits meanwhile, so nothing is gained by waiting.
        body["waitSeconds"] = 0
    elif case.path == "/api/v1/triggers":
        trigger(body)
    elif case.path == "/api/v1/triggers/{trigger}":
        patch_of_trigger(body)
        if body.get("name", "") is None:
            body.pop("name")
