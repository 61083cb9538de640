{{/* The routes that there are: those of files/routes.yaml, with Keycloak's as it is wanted. Gives YAML of {routers, middlewares}. */}}
{{- define "fairlead.routes" -}}
{{- $routes := .Files.Get "files/routes.yaml" | fromYaml -}}
{{- $limits := .Values.routes.limits -}}
{{- $_ := set (get $routes.middlewares "in-flight") "inFlightReq" (dict "amount" $limits.inFlight) -}}
{{- $_ := set (get $routes.middlewares "rate-limit") "rateLimit" (dict "average" $limits.average "burst" $limits.burst) -}}
{{- if not (include "fairlead.identity.backend" .) -}}
{{- $_ := unset $routes.routers "keycloak" -}}
{{- else if .Values.routes.identity.admin -}}
{{- $keycloak := $routes.routers.keycloak -}}
{{- $_ := set $keycloak "rule" (printf "%s || %s" $keycloak.rule $keycloak.adminRule) -}}
{{- $_ := set $keycloak.paths "prefix" (concat $keycloak.paths.prefix $keycloak.adminPaths.prefix) -}}
{{- $_ := set $keycloak.paths "exact" $keycloak.adminPaths.exact -}}
{{- end -}}
{{- toYaml $routes -}}
{{- end -}}

{{/* The Kubernetes Service behind /auth: {name, port}; nothing where it has no route. */}}
{{- define "fairlead.identity.backend" -}}
{{- $identity := .Values.routes.identity -}}
{{- if $identity.enabled -}}
{{- if eq .Values.identity.mode "keycloak" -}}
{name: {{ include "fairlead.keycloak" . }}-service, port: 8080}
{{- else if $identity.service.name -}}
{{- toYaml $identity.service -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The Kubernetes Service behind a route: {name, port}. Takes {root, service}. */}}
{{- define "fairlead.backend" -}}
{{- if eq .service "keycloak" -}}
{{- include "fairlead.identity.backend" .root -}}
{{- else if eq .service "pages" -}}
{name: {{ include "fairlead.fullname" .root }}-pages, port: 80}
{{- else -}}
{name: {{ include "fairlead.fullname" .root }}-{{ .service }}, port: {{ (get (include "fairlead.services" .root | fromYaml) .service).port }}}
{{- end -}}
{{- end -}}

{{- define "fairlead.hosts" -}}
{{- .Values.routes.hosts | default (list (include "fairlead.host" .)) | toYaml -}}
{{- end -}}

{{/* What a headers middleware of Traefik sets, as plain header fields: [{name, value}]. Takes its settings. */}}
{{- define "fairlead.responseHeaders" -}}
{{- if .contentTypeNosniff }}
- {name: X-Content-Type-Options, value: nosniff}
{{- end }}
{{- if .frameDeny }}
- {name: X-Frame-Options, value: DENY}
{{- end }}
{{- with .stsSeconds }}
- {name: Strict-Transport-Security, value: "max-age={{ int . }}{{ if $.stsIncludeSubdomains }}; includeSubDomains{{ end }}"}
{{- end }}
{{- with .referrerPolicy }}
- {name: Referrer-Policy, value: {{ . | quote }}}
{{- end }}
{{- with .permissionsPolicy }}
- {name: Permissions-Policy, value: {{ . | quote }}}
{{- end }}
{{- with .contentSecurityPolicy }}
- {name: Content-Security-Policy, value: {{ . | quote }}}
{{- end }}
{{- range $name, $value := .customResponseHeaders }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end -}}
