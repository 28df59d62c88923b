#!/bin/sh
# personalize: the program follows this script in the same file.
if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || { echo "personalize: JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Correct or unset it." >&2; exit 2; }
else
    java=$(command -v java) || { echo "personalize: Java is needed, version 17 or newer." >&2; exit 2; }
fi
exec "$java" -XX:+UseParallelGC ${PERSONALIZE_JAVA_OPTIONS:-} -jar "$0" "$@"
