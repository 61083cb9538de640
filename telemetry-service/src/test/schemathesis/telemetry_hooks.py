"""What an OpenAPI document cannot say of telemetry: values whose rule is the day of the request, another value, or a
format of somebody else's that the document does not repeat."""

import itertools
from datetime import datetime, timedelta, timezone

import schemathesis

from common_hooks import is_positive

NOW = datetime.now(timezone.utc).replace(microsecond=0)
VESSELS = {"MV101": "9074729", "MV102": "4000022"}

numbers = itertools.count(1)


def time(minutes):
    """A time that a reading may have: none is older than what is kept, or ahead of the clock."""
    return (NOW - timedelta(days=2) + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")


def question(query):
    """The end comes after the start, and a window is not too short for what lies between."""
    for name, minutes in (("start", 0), ("end", 60)):
        if name in query:
            query[name] = time(minutes)
    if "interval" in query and query["interval"] not in ("PT15M", "PT1H", "P1D", "P1M"):
        query["interval"] = "PT5M"
    if query.get("format") in ("csv", "ndjson", "arrow", "parquet") or "maxPoints" in query:
        # These come without pages, so there is no cursor.
        query.pop("cursor", None)


def power(report):
    """A known vessel, a quantity that its unit has, no interval of a counter, labels that can be printed."""
    report["vessel"] = "MV102"
    report.pop("quantity", None)
    report.pop("labels", None)
    for n, reading in enumerate(report["readings"]):
        reading["value"] = min(reading["value"], 1000)
        for name, minutes in (("time", n), ("start", n), ("end", n + 1)):
            if reading.get(name) is not None:
                reading[name] = time(minutes)


def readings(report):
    """A channel keeps the unit and the kind of its first reading, and a reading has one value."""
    report["vessel"] = "MV102"
    for n, reading in enumerate(report["readings"]):
        reading["vessel"] = "MV101" if n % 2 else None
        reading["channel"] = f"tried.{next(numbers)}"
        reading["time"] = time(n)
        reading["labels"] = {"deck": "3"}
        if reading.get("start") is not None:
            reading["start"] = time(n - 1)
        if reading.get("value") is not None:
            reading.pop("text", None)
        elif reading.get("text") is None:
            reading["value"] = n


def result(one):
    """A value of the type that is said, a period in order, a vessel that there is; no two with one key."""
    one["vessel"] = "MV102"
    one["start"], one["end"] = time(0), time(60)
    one["run"]["id"] = f"run-{next(numbers)}"
    one["type"], one["value"] = "number", 0.5
    one["producedAt"] = time(60)


def export(selection):
    """A vessel that there is, whatever its channels are called, a period in order, windows' own fields for windows only."""
    selection["vessels"] = ["MV102"]
    selection["channels"] = None
    selection["start"], selection["end"] = time(0), time(60)
    if selection["content"] == "windows":
        selection["interval"] = "PT5M"
    else:
        selection["interval"] = selection["functions"] = None


def package():
    """ISO 19848's own schema is the standard's."""
    series = {"DataChannelID": ["/tried/1"], "DataSet": [{"TimeStamp": time(0), "Value": ["1"]}]}
    return {"Package": {"Header": {"ShipID": "IMO9074729"}, "TimeSeriesData": [{"TabularData": [series]}]}}


def delta():
    """Signal K's own schema is the Signal K project's."""
    values = [{"path": "propulsion.port.revolutions", "value": 12.5}]
    return {"context": "vessels.urn:mrn:imo:imo:9074729", "updates": [{"$source": "nmea2000.115", "timestamp": time(0), "values": values}]}


def text(path, kind):
    """Rows and lines have no schema."""
    if kind == "text/csv":
        return f"vessel,channel,time,value\nMV102,tried.csv,{time(0)},1\n"
    if kind == "application/x-ndjson":
        return f'{{"vessel":"MV102","channel":"tried.lines","time":"{time(0)}","value":1}}\n'
    return "tried,vessel=MV102 value=1\n"


@schemathesis.hook
def before_call(context, case, kwargs):
    if not is_positive(case):
        return
    query = case.query = case.query or {}
    question(query)
    if case.path.endswith("/stream"):
        # No readings come meanwhile, so nothing is gained by waiting.
        query["seconds"] = 1
    if case.method.upper() != "POST":
        return
    if case.headers and "gzip" in (case.headers.get("Content-Encoding") or ""):
        # The tool does not compress.
        case.headers["Content-Encoding"] = "identity"
    if case.path == "/api/v1/power" and isinstance(case.body, dict):
        power(case.body)
    elif case.path == "/api/v1/sensors/readings":
        if case.media_type == "application/json":
            readings(case.body)
        else:
            case.body = text(case.path, case.media_type)
    elif case.path == "/api/v1/sensors/iso19848":
        case.body = package()
        query.pop("vessel", None)
    elif case.path == "/api/v1/sensors/signalk":
        case.body = delta()
        query.pop("vessel", None)
    elif case.path == "/api/v1/analytics/results":
        for one in case.body if isinstance(case.body, list) else [case.body]:
            result(one)
    elif case.path.endswith("write"):
        case.body = text(case.path, None)
        query.pop("precision", None)
    elif case.path == "/api/v1/exports" and isinstance(case.body, dict):
        export(case.body)
    elif case.path == "/api/v1/tokens" and isinstance(case.body, dict):
        # One of a name at a time; and whoever may do everything has tokens of the whole fleet or of some vessels.
        case.body["name"] = f"tried {next(numbers)}"
        scopes = case.body.get("scopes") or []
        if "admin" in scopes:
            case.body["vessels"] = None
        if "ingest" in scopes:
            case.body["scopes"], case.body["vessels"] = ["ingest"], ["MV102"]
