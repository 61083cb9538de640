{{/* The realm's clients. Those with a key are programs: it names their secret in identity.clientSecrets.secret. */}}
{{- define "fairlead.realm.clients" -}}
{{- $identity := .Values.identity -}}
- {id: fairlead-web, kind: web, description: "The web app: authorization code with PKCE"}
- {id: fairlead-cli, kind: cli, description: "The fairlead command: device flow"}
{{- range $service, $is := include "fairlead.services" . | fromYaml }}
- id: {{ $is.module }}
  kind: service
  description: Calls of {{ $is.module }} to its siblings
  key: {{ get $identity.clientSecrets.keys $service }}
  roles: {{ ternary "[viewer]" "[]" (eq $service "job") }}
{{- end }}
{{- with $identity.keycloak.clients }}
{{- if .bi.enabled }}
- {id: fairlead-bi, kind: service, description: BI tools, key: {{ .bi.key }}, roles: [viewer]}
{{- end }}
{{- if .worker.enabled }}
- {id: fairlead-worker, kind: service, description: Outside workers that lease jobs, key: {{ .worker.key }}, roles: [worker]}
{{- end }}
{{- if $.Values.job.kubernetes.enabled }}
- {id: job-pods, kind: service, description: Jobs in pods, key: {{ .jobPods.key }}, roles: [worker]}
{{- end }}
{{- end }}
{{- end -}}

{{/* The variable in which the import finds the secret under a key. */}}
{{- define "fairlead.realm.placeholder" -}}
{{ . | replace "-" "_" | replace "." "_" | upper }}_SECRET
{{- end -}}
