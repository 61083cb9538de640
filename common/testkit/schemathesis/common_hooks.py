"""What no OpenAPI document can say, in every service: values that only the service hands out."""

import schemathesis
from hypothesis import strategies as st

schemathesis.openapi.format("cursor", st.nothing())
# One that always fits.
schemathesis.openapi.format("entity-tag", st.just("*"))
schemathesis.openapi.format("time-zone", st.sampled_from(["UTC", "Europe/Oslo", "America/Sao_Paulo"]))


def is_positive(case):
    """Whether a case is meant to be accepted."""
    return case.meta is None or case.meta.generation.mode.is_positive
