"""What an OpenAPI document cannot say of the relay: a path with slashes is one parameter, and what is asked of an upstream is
answered by the upstream."""

import itertools
import re

import schemathesis

from common_hooks import is_positive

# The tool encodes a slash within a parameter, and an encoded slash, backslash, percent or control sign is refused.
AMBIGUOUS = re.compile(r"[/\\%\x00-\x1f\x7f]|^\.{1,2}(;.*)?$")

# JSON Schema knows no longest and no shortest duration; the service's own tests do.
DURATIONS = ("connectTimeout", "timeout", "patience", "defaultFreshness", "staleIfError")

numbers = itertools.count(1)


def brief(body):
    for name in DURATIONS:
        if body.get(name) is not None:
            body[name] = "PT5S"


@schemathesis.hook
def before_call(context, case, kwargs):
    if not is_positive(case):
        return
    if case.path.endswith("/{path}"):
        case.path_parameters["path"] = AMBIGUOUS.sub("-", case.path_parameters["path"])
    if case.path == "/api/v1/relay/upstreams" and isinstance(case.body, dict):
        # Each name is for one upstream, and a document says nothing of that.
        case.body["name"] = f"tried-{next(numbers)}"
        case.body["url"] = "http://127.0.0.1:1"
        brief(case.body)
    if case.path == "/api/v1/relay/upstreams/{upstream}" and isinstance(case.body, dict):
        case.body.pop("name", None)
        case.body.pop("url", None)
        brief(case.body)
