"""Reads what telemetry-service gives out as ISO 19848 packages with DNV's own library (PyPI vista-sdk).

Usage: iso19848_check.py LIST SERIES...
LIST is a file with the answer of /api/v1/sensors/{vessel}/channels?format=iso19848, SERIES are files with answers of
/channels/{id}/readings?format=iso19848. Prints what held; fails at the first that does not.
"""

import sys
from pathlib import Path

from vista_sdk.result import Ok
from vista_sdk.system_text_json import Serializer
from vista_sdk.system_text_json.data_channel_list import to_domain_model as channel_list
from vista_sdk.system_text_json.time_series_data import to_domain_model as time_series

channels = channel_list(Serializer.deserialize_data_channel_list(Path(sys.argv[1]).read_text()))
print(f"{sys.argv[1]}: {len(channels.data_channel_list)} channels of {channels.package.header.ship_id}")

for file in sys.argv[2:]:
    values = []
    package = time_series(Serializer.deserialize_time_series_data(Path(file).read_text())).package
    assert str(package.header.ship_id) == str(channels.package.header.ship_id), package.header.ship_id

    def keep(time, channel, value, quality):
        values.append((time, value, quality))
        return Ok()

    for series in package.time_series_data:
        result = series.validate(channels, keep, keep)
        assert isinstance(result, Ok), result.messages
    assert values, "no value"
    print(f"{file}: {len(values)} values from {values[0][0]} to {values[-1][0]}")
