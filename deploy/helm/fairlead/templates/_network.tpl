{{/* Who may talk to Keycloak: the gateway and the services, and pods of jobs. */}}
{{- define "fairlead.peers.keycloakClients" -}}
{{- toYaml .Values.networkPolicies.gateway }}
{{- range $key, $is := include "fairlead.workloads" . | fromYaml }}
- podSelector:
    matchLabels:
      {{- include "fairlead.selector" (dict "root" $ "component" $is.component) | nindent 6 }}
{{- end }}
{{- if .Values.job.kubernetes.enabled }}
- namespaceSelector:
    matchLabels: {kubernetes.io/metadata.name: {{ include "fairlead.kubernetes.namespace" . }}}
{{- end }}
{{- end -}}
