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

{{/*
  How many jobs the built-in workers have before them or under way, of those that may run now: without a licence, or with one of which
  a seat is free. Counted up to a thousand. Those that run count too, or workers would be taken away from under them. Takes the processes.
*/}}
{{- define "fairlead.keda.query" -}}
{{- $ours := list -}}
{{- range . -}}
{{- $ours = append $ours (printf "'%s'" .) -}}
{{- end -}}
{{- $of := printf "process in (%s)" (join ", " $ours) -}}
select (select count(*) from jobs.job where state = 'running' and {{ $of }})
    + (select count(*) from (select from jobs.job where state = 'queued' and licence is null and {{ $of }} limit 1000) ready)
    + (select coalesce(sum(least(waiting, seats)), 0) from
        (select licence, count(*) waiting from jobs.job
            where state = 'queued' and licence is not null and {{ $of }} group by licence) w,
        lateral (select count(*) seats from jobs.licence_seat s where s.licence = w.licence and s.job_id is null) free)
{{- end -}}

{{/* How KEDA signs in to Kafka: the name of a TriggerAuthentication; nothing without SASL. Takes {root, service}. */}}
{{- define "fairlead.keda.kafka" -}}
{{- if eq .root.Values.kafka.mode "strimzi" -}}
{{ include "fairlead.kafka.user" . }}
{{- else if (include "fairlead.kafka.security" .root | fromYaml).mechanism -}}
{{ .root.Values.keda.kafkaAuthentication }}
{{- end -}}
{{- end -}}
