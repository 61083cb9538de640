{{/* Who talks to whom: see the table in docs/operations/kubernetes.md. */}}

{{/* A peer: this release's pods of a component. Takes {root, component}. */}}
{{- define "fairlead.peer" -}}
- podSelector:
    matchLabels:
      {{- include "fairlead.selector" . | nindent 6 }}
{{- end -}}

{{/* The pods of all five workloads. */}}
{{- define "fairlead.peers.workloads" -}}
{{- range $key, $is := include "fairlead.workloads" . | fromYaml }}
{{ include "fairlead.peer" (dict "root" $ "component" $is.component) }}
{{- end }}
{{- end -}}

{{/* The pods that migrate. */}}
{{- define "fairlead.migrations.selector" -}}
matchLabels:
  {{- include "fairlead.selector" (dict "root" .) | nindent 2 }}
matchExpressions:
  - key: app.kubernetes.io/component
    operator: In
    values:
      {{- range $service, $_ := include "fairlead.services" . | fromYaml }}
      - migrate-{{ $service }}
      {{- end }}
{{- end -}}

{{/* Keycloak's pods and those that import its realm, as its operator labels them. */}}
{{- define "fairlead.keycloak.selector" -}}
matchLabels:
  app.kubernetes.io/managed-by: keycloak-operator
  app.kubernetes.io/instance: {{ include "fairlead.keycloak" . }}
{{- end -}}

{{/* The pods of jobs, in their namespace. */}}
{{- define "fairlead.peers.jobs" -}}
{{- if .Values.job.kubernetes.enabled -}}
- namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: {{ include "fairlead.kubernetes.namespace" . }}}
  podSelector:
    matchLabels: {app.kubernetes.io/managed-by: fairlead-job-service}
{{- end -}}
{{- end -}}

{{/* Who may talk to Keycloak. */}}
{{- define "fairlead.peers.keycloakClients" -}}
{{- toYaml .Values.networkPolicies.gateway }}
{{- include "fairlead.peers.workloads" . }}
{{ include "fairlead.peers.jobs" . }}
{{- end -}}

{{/* The ports in a list of addresses such as host:1,host:2 or scheme://host:3/path. Takes {addresses, port}: the port where there is none. */}}
{{- define "fairlead.ports" -}}
{{- $ports := list -}}
{{- range splitList "," .addresses -}}
{{- $authority := . | trim | regexFind "^([a-z+]+://)?[^/?]+" | regexFind ":[0-9]+$" | trimPrefix ":" -}}
{{- $ports = append $ports ($authority | default $.port | int) -}}
{{- end -}}
{{- range $ports | uniq }}
- {protocol: TCP, port: {{ . }}}
{{- end }}
{{- end -}}

{{/* An egress rule to peers, or to anywhere where none are named. Takes {peers, ports (YAML)}. */}}
{{- define "fairlead.egress" -}}
{{- $peers := .peers -}}
- ports:
    {{- .ports | trim | nindent 4 }}
  {{- with $peers }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{- define "fairlead.egress.dns" -}}
- ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
  to:
    {{- toYaml .Values.networkPolicies.dns | nindent 4 }}
{{- end -}}

{{- define "fairlead.egress.database" -}}
{{- if eq .Values.database.mode "cloudnativepg" -}}
- ports: [{protocol: TCP, port: 5432}]
  to:
    - podSelector:
        matchLabels: {cnpg.io/cluster: {{ include "fairlead.database.cluster" . }}}
{{- else -}}
{{ include "fairlead.egress" (dict "peers" .Values.networkPolicies.database "ports" (include "fairlead.ports" (dict "addresses" (include "fairlead.database.url" .) "port" 5432))) }}
{{- end -}}
{{- end -}}

{{- define "fairlead.egress.kafka" -}}
{{- if eq .Values.kafka.mode "strimzi" -}}
- ports: [{protocol: TCP, port: 9093}]
  to:
    - podSelector:
        matchLabels:
          strimzi.io/cluster: {{ include "fairlead.kafka.cluster" . }}
          strimzi.io/name: {{ include "fairlead.kafka.cluster" . }}-kafka
{{- else -}}
{{ include "fairlead.egress" (dict "peers" .Values.networkPolicies.kafka "ports" (include "fairlead.ports" (dict "addresses" (include "fairlead.kafka.bootstrap" .) "port" 9092))) }}
{{- end -}}
{{- end -}}

{{- define "fairlead.egress.identity" -}}
{{- if eq .Values.identity.mode "keycloak" -}}
- ports: [{protocol: TCP, port: 8080}]
  to:
    - podSelector:
        {{- include "fairlead.keycloak.selector" . | nindent 8 }}
{{- else -}}
{{- $url := include "fairlead.identity.url" . -}}
{{ include "fairlead.egress" (dict "peers" .Values.networkPolicies.identity "ports" (include "fairlead.ports" (dict "addresses" $url "port" (ternary 443 80 (hasPrefix "https:" $url))))) }}
{{- end -}}
{{- end -}}

{{/* The outside, but no address of a private network. Takes {root, ports}. */}}
{{- define "fairlead.egress.internet" -}}
- ports:
    {{- range .ports }}
    - {protocol: TCP, port: {{ . }}}
    {{- end }}
  to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: {{ toJson .root.Values.networkPolicies.notOutside.ipv4 }}
    - ipBlock:
        cidr: ::/0
        except: {{ toJson .root.Values.networkPolicies.notOutside.ipv6 }}
{{- end -}}
