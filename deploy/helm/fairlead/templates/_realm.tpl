{{/* The realm's clients. Those with a key are programs: it names their secret in identity.clientSecrets.secret. */}}
{{- define "fairlead.realm.clients" -}}
{{- $identity := .Values.identity -}}
- {id: fairlead-web, kind: web, description: "The web app: authorization code with PKCE"}
- {id: fairlead-cli, kind: cli, description: "The fairlead command: device flow"}
{{- $keys := $identity.clientSecrets.keys }}
- {id: job-service, kind: service, description: Calls of job-service to its siblings, key: {{ $keys.job }}, roles: [viewer]}
{{- if $identity.keycloak.clients.bi.enabled }}
- {id: fairlead-bi, kind: service, description: BI tools, key: {{ $keys.bi }}, roles: [viewer]}
{{- end }}
{{- if $identity.keycloak.clients.worker.enabled }}
- {id: fairlead-worker, kind: service, description: Outside workers that lease jobs, key: {{ $keys.worker }}, roles: [worker]}
{{- end }}
{{- if .Values.job.kubernetes.enabled }}
- {id: job-pods, kind: service, description: Jobs in pods, key: {{ $keys.jobPods }}, roles: [worker]}
{{- end }}
{{- end -}}

{{/* The variable in which the import finds the secret under a key. */}}
{{- define "fairlead.realm.placeholder" -}}
{{ . | replace "-" "_" | replace "." "_" | upper }}_SECRET
{{- end -}}
