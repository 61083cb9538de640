{{/* Whether any workload is scaled by KEDA. */}}
{{- define "fairlead.keda.on" -}}
{{- range $key, $_ := include "fairlead.workloads" . | fromYaml -}}
{{- $workload := include "fairlead.workload" (dict "root" $ "key" $key) | fromYaml -}}
{{- if eq $workload.autoscaling.mode "keda" -}}true{{- end -}}
{{- end -}}
{{- end -}}

{{/* The topics that a workload's consumers share among themselves; none of the others' lag falls with more pods. */}}
{{- define "fairlead.keda.topics" -}}
telemetry: [fleet.vessels, telemetry.readings, analytics.results]
jobApi: [jobs.commands, jobs.events, fleet.vessels, fleet.equipment, fleet.schedules, telemetry.windows, analytics.results, relay.menus]
{{- end -}}

{{/* How KEDA signs in to Kafka: the name of a TriggerAuthentication; nothing without SASL. Takes {root, service}. */}}
{{- define "fairlead.keda.kafka" -}}
{{- if eq .root.Values.kafka.mode "strimzi" -}}
{{ include "fairlead.kafka.user" . }}
{{- else if (include "fairlead.kafka.security" .root | fromYaml).mechanism -}}
{{ .root.Values.keda.kafkaAuthentication }}
{{- end -}}
{{- end -}}
