# Shared by the scripts beside this folder: finds Java and the repository, then runs one command of the launcher.
# Not meant to be run by itself.

fail() {
  echo "error: $1" >&2
  exit 1
}

FAIRLEAD_ROOT=$(CDPATH='' cd -- "${0%/*}/.." && pwd)
export FAIRLEAD_ROOT

if [ -n "${JAVA_HOME:-}" ]; then
  java="$JAVA_HOME/bin/java"
  [ -x "$java" ] || fail "JAVA_HOME has no bin/java: $JAVA_HOME"
else
  java=$(command -v java) || fail "no Java: install a JDK, version 17 or newer, or point JAVA_HOME at one"
fi
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
[ "${version%%.*}" -ge 17 ] 2>/dev/null || fail "Java $version is too old ($java): Fairlead needs a JDK, version 17 or newer"

launcher="$FAIRLEAD_ROOT/deploy/local/target"

run() {
  [ -f "$launcher/fairlead-local.jar" ] || fail "the launcher is not built yet: deploy/up builds it"
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \
    -cp "$launcher/fairlead-local.jar:$launcher/lib/*" io.fairlead.local.Main "$@"
}
