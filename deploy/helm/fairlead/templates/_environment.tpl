{{/* The environment of a service's containers: its settings, by the names that deploy/README.md lists. */}}

{{/* Takes {root, workload}. */}}
{{- define "fairlead.environment" -}}
{{- $root := .root -}}
{{- $workload := .workload -}}
{{- $values := $root.Values -}}
{{- $of := dict "root" $root "service" $workload.service -}}
- name: FAIRLEAD_HTTP_HOST
  value: 0.0.0.0
- name: FAIRLEAD_HTTP_TRUSTED_PROXIES
  value: {{ $values.routes.trustedProxies | quote }}
- name: FAIRLEAD_LOG_JSON
  value: {{ $values.logs.json | quote }}
{{ include "fairlead.database.env" $of }}
- name: FAIRLEAD_DATABASE_CONNECTIONS
  value: {{ $workload.databaseConnections | quote }}
- name: FAIRLEAD_DATABASE_MIGRATE_AT_START
  value: "false"
{{ include "fairlead.kafka.env" $of }}
{{ include "fairlead.identity.env" $of }}
{{- with $values.traces.endpoint }}
- name: FAIRLEAD_TRACES_ENDPOINT
  value: {{ . | quote }}
- name: FAIRLEAD_TRACES_SAMPLER
  value: {{ $values.traces.sampler }}
- name: FAIRLEAD_TRACES_STATEMENTS
  value: {{ $values.traces.statements | quote }}
{{- end }}
# The pause comes before, by preStop.
- name: FAIRLEAD_SHUTDOWN_DELAY
  value: 0s
- name: FAIRLEAD_SHUTDOWN_TIMEOUT
  value: {{ $workload.shutdown.timeoutSeconds }}s
{{ include (printf "fairlead.environment.%s" $workload.service) . }}
{{- if include "fairlead.settings" . }}
- name: QUARKUS_CONFIG_LOCATIONS
  value: /etc/fairlead/settings/application.properties
{{- end }}
{{- with $workload.javaOptions }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- range $name, $value := $workload.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "fairlead.environment.fleet" -}}{{- end -}}

{{- define "fairlead.environment.telemetry" -}}{{- end -}}

{{- define "fairlead.environment.relay" -}}
{{- with .root.Values.relay.menuUrl }}
- name: FAIRLEAD_RELAY_MENU_URL
  value: {{ . | quote }}
{{- end }}
{{- end -}}

{{- define "fairlead.environment.job" -}}
{{- $kubernetes := .root.Values.job.kubernetes -}}
{{- $worker := eq .workload.component "job-worker" -}}
- name: FAIRLEAD_WORKER_ENABLED
  value: {{ $worker | quote }}
- name: FAIRLEAD_FLEET_URL
  value: http://{{ include "fairlead.fullname" .root }}-fleet:8101
- name: FAIRLEAD_TELEMETRY_URL
  value: http://{{ include "fairlead.fullname" .root }}-telemetry:8102
- name: FAIRLEAD_COMMANDS_BASE
  value: {{ include "fairlead.publicUrl" .root }}/
{{- if and $worker $kubernetes.enabled }}
- name: FAIRLEAD_KUBERNETES_ENABLED
  value: "true"
- name: FAIRLEAD_KUBERNETES_NAMESPACE
  value: {{ include "fairlead.kubernetes.namespace" .root }}
- name: FAIRLEAD_KUBERNETES_MOST
  value: {{ $kubernetes.most | quote }}
- name: FAIRLEAD_KUBERNETES_SECRET
  value: {{ $kubernetes.secret }}
- name: FAIRLEAD_KUBERNETES_CLIENT
  value: {{ $kubernetes.client }}
- name: FAIRLEAD_KUBERNETES_SERVICE_URL
  value: http://{{ include "fairlead.fullname" .root }}-job.{{ .root.Release.Namespace }}.svc:8103
{{- end }}
{{- end -}}

{{- define "fairlead.kubernetes.namespace" -}}
{{- .Values.job.kubernetes.namespace | default (printf "%s-jobs" (include "fairlead.fullname" .)) -}}
{{- end -}}

{{/*
  Settings that go by their keys, in a file: a name such as hull-fatigue cannot be said in an environment variable. It counts
  more than what the jar says and less than the environment. Takes {root, workload}; nothing where there are none.
*/}}
{{- define "fairlead.settings" -}}
{{- $settings := deepCopy .workload.settings -}}
{{- if and (eq .workload.component "job-worker") .root.Values.job.kubernetes.enabled -}}
{{- range $process, $container := .root.Values.job.kubernetes.processes -}}
{{- range $key, $value := $container -}}
{{- $text := kindIs "slice" $value | ternary (join "," $value) (toString $value) -}}
{{- $_ := set $settings (printf "fairlead.kubernetes.processes.\"%s\".%s" $process $key) $text -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $settings -}}
config_ordinal=270
{{- range $key, $value := $settings }}
{{ $key }}={{ $value }}
{{- end }}
{{- end -}}
{{- end -}}
