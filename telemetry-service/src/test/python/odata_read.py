"""Reads the OData feed of a running telemetry-service with PyPI python-odata.

Usage: odata_read.py URL TOKEN
The token is a personal access token. The feed holds vessels MV101 and MV102, whose hotel meters reported 1 kW, 2 kW and
so on in 8 and in 5 windows from 2026-01-31T00:00:00Z. Prints what held; fails at the first that does not.
"""

import datetime
import sys

import requests
from odata import ODataService
from odata.exceptions import ODataError

url, token = sys.argv[1:]
session = requests.Session()
session.auth = ("any", token)
feed = ODataService(url, session=session, reflect_entities=True, quiet_progress=True)

assert sorted(feed.entities) == ["AnalyticsResults", "Channels", "DailyEnergy", "Vessels", "Windows"], feed.entities
Windows, Vessels, Days = feed.entities["Windows"], feed.entities["Vessels"], feed.entities["DailyEnergy"]
print("metadata read")

assert [vessel.code for vessel in feed.query(Vessels).order_by(Vessels.code.desc())] == ["MV102", "MV101"]
assert feed.query(Vessels).get("MV101").status == "active"
assert feed.query(Windows).count() == 13
print("entities read")

noon = datetime.datetime(2026, 1, 31, 1, 0, tzinfo=datetime.timezone.utc)
late = feed.query(Windows).filter((Windows.vessel == "MV101") & (Windows.end > noon)).order_by(Windows.kWh.asc()).all()
assert [float(window.kWh) for window in late] == [1.25, 1.5, 1.75, 2.0], late
assert all(window.start.utcoffset() is not None for window in late)
assert feed.query(Windows).filter(Windows.kWh >= 1).count() == 5 + 2
assert feed.query(Windows).filter(Windows.vessel.lacks("102")).count() == 8
assert feed.query(Vessels).filter(Vessels.imo.is_null()).count() == 2
selected = feed.query(Windows).select(Windows.kWh).order_by(Windows.kWh.desc()).limit(1).all()
assert [row["kWh"] for row in selected] == [2], selected
assert [float(day.kWh) for day in feed.query(Days)] == [9.0, 3.75]
print("filters, orders and selections hold")

session.headers["Prefer"] = "odata.maxpagesize=4"
assert len(feed.query(Windows).all()) == 13
print("pages followed")

try:
    feed.query(Vessels).raw({"$filter": "nothing eq 1"})
except ODataError as error:
    assert error.code == "invalid-request" and "nothing" in error.message, error
else:
    raise SystemExit("a bad filter was not refused")
print("an error understood")
