{{/* The pod that migrates a service's schema and exits. Takes {root, service, component, name}. */}}
{{- define "fairlead.migration.template" -}}
{{- $of := dict "root" .root "service" .service -}}
metadata:
  labels:
    {{- include "fairlead.podLabels" . | nindent 4 }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ .name }}
  automountServiceAccountToken: false
  {{- include "fairlead.podSecurity" .root | nindent 2 }}
  containers:
    - name: migrate
      image: {{ include "fairlead.image" $of }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      env:
        {{- include "fairlead.database.env" $of | nindent 8 }}
        - name: FAIRLEAD_DATABASE_MIGRATE_AT_START
          value: "true"
        - name: QUARKUS_INIT_AND_EXIT
          value: "true"
        - name: FAIRLEAD_LOG_JSON
          value: {{ .root.Values.logs.json | quote }}
      resources:
        {{- toYaml .root.Values.migrations.resources | nindent 8 }}
      securityContext:
        {{- include "fairlead.containerSecurity" .root | nindent 8 }}
      volumeMounts:
        {{- include "fairlead.mounts" (dict "root" .root) | nindent 8 }}
  volumes:
    {{- include "fairlead.volumes" (dict "root" .root "tmpSize" "64Mi") | nindent 4 }}
{{- end -}}
