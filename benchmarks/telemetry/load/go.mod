module fairlead.io/benchmarks/telemetry

go 1.26
