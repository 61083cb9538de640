{{/* Where PostgreSQL, Kafka and the identity provider are, whoever runs them. */}}

{{- define "fairlead.database.cluster" -}}
{{ include "fairlead.fullname" . }}-postgres
{{- end -}}

{{- define "fairlead.database.url" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
postgresql://{{ include "fairlead.database.cluster" . }}-rw.{{ .Release.Namespace }}.svc:5432/fairlead?sslmode=verify-full
{{- else -}}
{{- .Values.database.existing.url -}}
{{- end -}}
{{- end -}}

{{/* The Secret with the certificates that PostgreSQL's is checked against: {name, key}; nothing where there is none. */}}
{{- define "fairlead.database.ca" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
{name: {{ include "fairlead.database.cluster" . }}-ca, key: ca.crt}
{{- else if .Values.database.existing.caSecret.name -}}
{{- toYaml .Values.database.existing.caSecret -}}
{{- end -}}
{{- end -}}

{{/* Takes {root, service}. */}}
{{- define "fairlead.database.env" -}}
{{- $database := .root.Values.database -}}
- name: FAIRLEAD_DATABASE_URL
  value: {{ include "fairlead.database.url" .root | quote }}
{{- if include "fairlead.database.ca" .root }}
- name: FAIRLEAD_DATABASE_CA
  value: /etc/fairlead/database/ca.crt
{{- end }}
- name: FAIRLEAD_DATABASE_PASSWORD
  valueFrom:
    secretKeyRef:
      {{- if eq $database.mode "cloudnativepg" }}
      name: {{ get $database.cloudnativepg.roleSecrets .service }}
      key: password
      {{- else }}
      name: {{ $database.existing.secret }}
      key: {{ get $database.existing.keys .service }}
      {{- end }}
{{- end -}}

{{- define "fairlead.kafka.cluster" -}}
{{ include "fairlead.fullname" . }}-kafka
{{- end -}}

{{- define "fairlead.kafka.bootstrap" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{{ include "fairlead.kafka.cluster" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc:9093
{{- else -}}
{{- .Values.kafka.existing.bootstrap -}}
{{- end -}}
{{- end -}}

{{/* Which protocol and mechanism, by whoever runs Kafka: YAML of {protocol, mechanism}; the mechanism is empty without SASL. */}}
{{- define "fairlead.kafka.security" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{protocol: SASL_SSL, mechanism: SCRAM-SHA-512}
{{- else -}}
{{- $protocol := .Values.kafka.existing.securityProtocol -}}
{protocol: {{ $protocol }}, mechanism: {{ ternary .Values.kafka.existing.saslMechanism "" (hasPrefix "SASL" $protocol) | quote }}}
{{- end -}}
{{- end -}}

{{/* The Secret with the certificates that the brokers' are checked against: {name, key}; nothing where there is none. */}}
{{- define "fairlead.kafka.ca" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
{name: {{ include "fairlead.kafka.cluster" . }}-cluster-ca-cert, key: ca.crt}
{{- else if and .Values.kafka.existing.caSecret.name (hasSuffix "SSL" .Values.kafka.existing.securityProtocol) -}}
{{- toYaml .Values.kafka.existing.caSecret -}}
{{- end -}}
{{- end -}}

{{/* A service's user of Kafka. Takes {root, service}. */}}
{{- define "fairlead.kafka.user" -}}
{{ include "fairlead.fullname" .root }}-{{ (get (include "fairlead.services" .root | fromYaml) .service).module }}
{{- end -}}

{{/* The Secret with a service's line of JAAS configuration: {name, key}. Takes {root, service}. */}}
{{- define "fairlead.kafka.jaas" -}}
{{- if eq .root.Values.kafka.mode "strimzi" -}}
{name: {{ include "fairlead.kafka.user" . }}, key: sasl.jaas.config}
{{- else -}}
{{- $existing := .root.Values.kafka.existing -}}
{name: {{ $existing.secret }}, key: {{ get $existing.keys .service }}}
{{- end -}}
{{- end -}}

{{/* Takes {root, service}. */}}
{{- define "fairlead.kafka.env" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $security := include "fairlead.kafka.security" .root | fromYaml -}}
- name: FAIRLEAD_KAFKA_BOOTSTRAP
  value: {{ include "fairlead.kafka.bootstrap" .root | quote }}
- name: FAIRLEAD_TOPICS_CREATE
  value: {{ and (ne $kafka.mode "strimzi") $kafka.existing.createTopics | quote }}
{{- if and (ne $kafka.mode "strimzi") (gt (int $kafka.replicationFactor) 0) }}
- name: FAIRLEAD_TOPICS_REPLICATION
  value: {{ $kafka.replicationFactor | quote }}
{{- end }}
{{- if ne $security.protocol "PLAINTEXT" }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $security.protocol }}
{{- end }}
{{- if $security.mechanism }}
{{- $jaas := include "fairlead.kafka.jaas" . | fromYaml }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $security.mechanism }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef: {name: {{ $jaas.name }}, key: {{ $jaas.key }}}
{{- end }}
{{- if include "fairlead.kafka.ca" .root }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: KAFKA_SSL_TRUSTSTORE_LOCATION
  value: /etc/fairlead/kafka/ca.crt
{{- end }}
{{- end -}}

{{- define "fairlead.keycloak" -}}
{{ include "fairlead.fullname" . }}-keycloak
{{- end -}}

{{- define "fairlead.identity.url" -}}
{{- if eq .Values.identity.mode "keycloak" -}}
http://{{ include "fairlead.keycloak" . }}-service.{{ .Release.Namespace }}.svc:8080/auth/realms/fairlead
{{- else -}}
{{- .Values.identity.existing.url -}}
{{- end -}}
{{- end -}}

{{- define "fairlead.identity.issuer" -}}
{{- $here := printf "%s/auth/realms/fairlead" (include "fairlead.publicUrl" .) -}}
{{- if eq .Values.identity.mode "keycloak" -}}
{{- $here -}}
{{- else -}}
{{- .Values.identity.existing.issuer | default $here -}}
{{- end -}}
{{- end -}}

{{/* Takes {root, service}. */}}
{{- define "fairlead.identity.env" -}}
- name: FAIRLEAD_OIDC_URL
  value: {{ include "fairlead.identity.url" .root | quote }}
- name: FAIRLEAD_OIDC_ISSUER
  value: {{ include "fairlead.identity.issuer" .root | quote }}
{{- if eq .service "job" }}
- name: FAIRLEAD_CLIENT_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ .root.Values.identity.clientSecrets.secret }}
      key: {{ .root.Values.identity.clientSecrets.keys.job }}
{{- end }}
{{- end -}}
