"""What an OpenAPI document cannot say: values whose rule is a computation or a list."""

import schemathesis
from hypothesis import strategies as st


def imo(digits):
    total = sum(int(d) * (7 - i) for i, d in enumerate(digits))
    return f"{digits}{total % 10}"


schemathesis.openapi.format("imo-number", st.from_regex(r"\A[0-9]{6}\Z").map(imo))
schemathesis.openapi.format("time-zone", st.sampled_from(["UTC", "Europe/Oslo", "America/Sao_Paulo"]))
