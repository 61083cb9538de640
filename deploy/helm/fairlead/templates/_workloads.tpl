{{/* What the code says about the services: see io.fairlead.local.Service. */}}
{{- define "fairlead.services" -}}
fleet: {module: fleet-service, schema: fleet, port: 8101}
telemetry: {module: telemetry-service, schema: telemetry, port: 8102}
job: {module: job-service, schema: jobs, port: 8103}
relay: {module: relay-service, schema: relay, port: 8104}
{{- end -}}

{{/* What runs: five Deployments of four services. A worker gets no requests from outside. */}}
{{- define "fairlead.workloads" -}}
fleet: {service: fleet, component: fleet, routed: true}
telemetry: {service: telemetry, component: telemetry, routed: true}
jobApi: {service: job, component: job, routed: true}
jobWorker: {service: job, component: job-worker, routed: false}
relay: {service: relay, component: relay, routed: true}
{{- end -}}

{{/* All that there is to know of a workload: its values over the defaults, and what it is. Takes {root, key}; gives YAML. */}}
{{- define "fairlead.workload" -}}
{{- $is := get (include "fairlead.workloads" . | fromYaml) .key -}}
{{- $service := get (include "fairlead.services" . | fromYaml) $is.service -}}
{{- $own := deepCopy (get .root.Values.workloads .key | default dict) -}}
{{- $values := mustMergeOverwrite (deepCopy .root.Values.workloads.defaults) $own -}}
{{- $name := printf "%s-%s" (include "fairlead.fullname" .root) $is.component -}}
{{- mustMergeOverwrite $values $is $service (dict "key" .key "name" $name) | toYaml -}}
{{- end -}}

{{/* Takes {root, service}. */}}
{{- define "fairlead.image" -}}
{{- $image := .root.Values.image -}}
{{- $module := (get (include "fairlead.services" .root | fromYaml) .service).module -}}
{{- $tag := $image.tag | default .root.Chart.AppVersion -}}
{{- with get $image.digests .service -}}
{{- printf "%s/%s:%s@%s" $image.registry $module $tag . -}}
{{- else -}}
{{- printf "%s/%s:%s" $image.registry $module $tag -}}
{{- end -}}
{{- end -}}

{{/* Non-root, as the images' user 65532, on a file system that is read-only but for /tmp: Pod Security "restricted". */}}
{{- define "fairlead.podSecurity" -}}
# Else Kubernetes would add variables such as KAFKA_PORT for services of that name, which the programs would take for settings.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  fsGroup: 65532
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "fairlead.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Takes {root, settings, kafka}: whether there are settings in a file, and whether Kafka is spoken to. */}}
{{- define "fairlead.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if include "fairlead.database.ca" .root }}
- {name: database-ca, mountPath: /etc/fairlead/database, readOnly: true}
{{- end }}
{{- if and .kafka (include "fairlead.kafka.ca" .root) }}
- {name: kafka-ca, mountPath: /etc/fairlead/kafka, readOnly: true}
{{- end }}
{{- if .settings }}
- {name: settings, mountPath: /etc/fairlead/settings, readOnly: true}
{{- end }}
{{- end -}}

{{/* Takes {root, settings (name of a ConfigMap), kafka, tmpSize}. */}}
{{- define "fairlead.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: {{ .tmpSize }}}
{{- with include "fairlead.database.ca" .root }}
{{- $ca := fromYaml . }}
- name: database-ca
  secret:
    secretName: {{ $ca.name }}
    # The operator's Secret has the authority's key too, which is nobody's business here.
    items: [{key: {{ $ca.key }}, path: ca.crt}]
{{- end }}
{{- if .kafka }}
{{- with include "fairlead.kafka.ca" .root }}
{{- $ca := fromYaml . }}
- name: kafka-ca
  secret:
    secretName: {{ $ca.name }}
    items: [{key: {{ $ca.key }}, path: ca.crt}]
{{- end }}
{{- end }}
{{- with .settings }}
- name: settings
  configMap: {name: {{ . }}}
{{- end }}
{{- end -}}
