"""What an OpenAPI document cannot say of the relay: a path with slashes is one parameter."""

import re

import schemathesis

from common_hooks import is_positive

# The tool encodes a slash within a parameter, and an encoded slash, backslash, percent or control sign is refused.
AMBIGUOUS = re.compile(r"[/\\%\x00-\x1f\x7f]|^\.{1,2}(;.*)?$")


@schemathesis.hook
def before_call(context, case, kwargs):
    if is_positive(case) and case.path == "/relay_anything/{path}":
        case.path_parameters["path"] = AMBIGUOUS.sub("-", case.path_parameters["path"])
