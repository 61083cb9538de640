"""What an OpenAPI document cannot say of the fleet: values whose rule is a computation, a list, or another value."""

import itertools

import schemathesis
from hypothesis import strategies as st

from common_hooks import is_positive


def imo(digits):
    total = sum(int(d) * (7 - i) for i, d in enumerate(digits))
    return f"{digits}{total % 10}"


schemathesis.openapi.format("imo-number", st.from_regex(r"\A[0-9]{6}\Z").map(imo))

SPAN = "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z"
WITHIN = "2027-01-01T06:00:00Z", "2027-01-01T07:00:00Z"

# The selections, and what there is before the run.
SELECTED = {
    "/api/v1/vessels/schedules": ("vessel", ["MV101", "MV102"]),
    "/api/v1/schedules/vessels": ("schedule", [1, 2]),
}

numbers = itertools.count(1)


def in_order(schedule):
    """Ends come after starts and activities within the schedule, also where a patch names only one of them."""
    if any(schedule.get(name) is not None for name in ("start", "end", "activities")):
        schedule["start"], schedule["end"] = SPAN
    for activity in schedule.get("activities") or []:
        activity["start"], activity["end"] = WITHIN


def once(links):
    """A vessel is named once, whatever its role."""
    links["vessels"] = list({link["vessel"]: link for link in links["vessels"]}.values())


def csv(kind):
    """A file of this kind, for a CSV file has no schema."""
    number = next(numbers)
    return {
        "vessels": f"code,name,type\r\nCSV-{number},Import {number},tug\r\n",
        "equipment": f"code,vessel,name\r\nCSV-{number},MV102,pump\r\n",
        "schedules": f"name,kind,start,end\r\nImport {number},voyage,{SPAN[0]},{SPAN[1]}\r\n",
    }[kind]


@schemathesis.hook
def before_call(context, case, kwargs):
    if not is_positive(case):
        return
    if case.path in SELECTED:
        # Every other selection is of things that are there.
        name, known = SELECTED[case.path]
        if len(case.query.get(name) or []) % 2:
            case.query[name] = known
    elif case.path == "/api/v1/imports" and case.query.get("kind"):
        case.body = csv(case.query["kind"])
    elif case.method.upper() == "PATCH" and isinstance(case.body, dict) and "code" in case.body:
        # The code never changes: a rule between the body and the path.
        case.body["code"] = case.path_parameters.get("vessel") or case.path_parameters.get("equipment")
    elif case.path.endswith("/{schedule}/vessels") and isinstance(case.body, dict):
        once(case.body)
    elif "/schedules" in case.path and isinstance(case.body, dict):
        in_order(case.body)
