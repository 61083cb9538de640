{{/* What is missing or does not go together, a line each. */}}
{{- define "fairlead.checks" -}}
{{- if not .Values.publicUrl }}
- publicUrl is missing: where people and programs find the suite, such as https://fairlead.example.org
{{- end }}
{{- include "fairlead.checks.database" . }}
{{- include "fairlead.checks.kafka" . }}
{{- include "fairlead.checks.identity" . }}
{{- include "fairlead.checks.workloads" . }}
{{- if and (eq .Values.routes.mode "gateway") (not .Values.routes.gateway.parentRefs) }}
- routes.gateway.parentRefs is missing: the Gateway to which routes.mode gateway belongs
{{- end }}
{{- if and .Values.job.kubernetes.enabled (eq (include "fairlead.kubernetes.namespace" .) .Release.Namespace) }}
- job.kubernetes.namespace must be a namespace of its own: Kubernetes Jobs in it that job-service does not know are deleted
{{- end }}
{{- end -}}

{{- define "fairlead.checks.database" -}}
{{- $database := .Values.database }}
{{- if eq $database.mode "existing" }}
{{- if not $database.existing.url }}
- database.existing.url is missing: postgresql://host:port/database, for database.mode existing
{{- end }}
{{- if not $database.existing.secret }}
- database.existing.secret is missing: the Secret with the roles' passwords, for database.mode existing
{{- end }}
{{- else }}
{{- $cnpg := $database.cloudnativepg }}
{{- if and $cnpg.backup.enabled (not $cnpg.backup.objectStore) }}
- database.cloudnativepg.backup.objectStore is missing: the ObjectStore to which backups go
{{- end }}
{{- if $cnpg.recovery.enabled }}
{{- if not $cnpg.recovery.objectStore }}
- database.cloudnativepg.recovery.objectStore is missing: the ObjectStore with the backup to begin with
{{- end }}
{{- $own := include "fairlead.database.cluster" . }}
{{- $to := printf "%s/%s" $cnpg.backup.objectStore ($cnpg.backup.serverName | default $own) }}
{{- $from := printf "%s/%s" $cnpg.recovery.objectStore ($cnpg.recovery.serverName | default $own) }}
{{- if and $cnpg.backup.enabled (eq $from $to) }}
- database.cloudnativepg.backup.serverName must differ from what is recovered from: backups go to an empty place
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "fairlead.checks.kafka" -}}
{{- $kafka := .Values.kafka }}
{{- if eq $kafka.mode "existing" }}
{{- if not $kafka.existing.bootstrap }}
- kafka.existing.bootstrap is missing: host:port, for kafka.mode existing
{{- end }}
{{- if hasPrefix "SASL" $kafka.existing.securityProtocol }}
{{- if not $kafka.existing.secret }}
- kafka.existing.secret is missing: the Secret with lines of JAAS configuration, for {{ $kafka.existing.securityProtocol }}
{{- end }}
{{- if and (include "fairlead.keda.on" .) (not .Values.keda.kafkaAuthentication) }}
- keda.kafkaAuthentication is missing: the TriggerAuthentication by which KEDA signs in to Kafka
{{- end }}
{{- end }}
{{- else }}
{{- $roles := list }}
{{- range $kafka.strimzi.nodePools }}
{{- $roles = concat $roles .roles }}
{{- end }}
{{- range list "broker" "controller" }}
{{- if not (has . $roles) }}
- kafka.strimzi.nodePools has no pool with the role {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "fairlead.checks.identity" -}}
{{- $identity := .Values.identity }}
{{- if eq $identity.mode "existing" }}
{{- if not $identity.existing.url }}
- identity.existing.url is missing: the realm's address as pods reach it, for identity.mode existing
{{- end }}
{{- else if ne .Values.database.mode "cloudnativepg" }}
{{- range list "host" "secret" }}
{{- if not (get $identity.keycloak.database .) }}
- identity.keycloak.database.{{ . }} is missing: Keycloak has a database of its own where there is no CloudNativePG
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "fairlead.checks.workloads" -}}
{{- range $key, $_ := include "fairlead.workloads" . | fromYaml }}
{{- $scaling := (include "fairlead.workload" (dict "root" $ "key" $key) | fromYaml).autoscaling }}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) }}
- workloads.{{ $key }}.autoscaling.minReplicas is more than maxReplicas
{{- end }}
{{- end }}
{{- end -}}
