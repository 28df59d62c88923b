#!/bin/sh
# personalize: the program follows this script in the same file.
if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || { echo "personalize: JAVA_HOME is $JAVA_HOME, but there is no bin/java in it. Correct or unset it." >&2; exit 2; }
else
    java=$(command -v java) || { echo "personalize: Java is needed, version 17 or newer." >&2; exit 2; }
fi
# Without a locale, as under cron, Java takes every letter beyond ASCII in a file's name or an argument for a mistake. So it
# does with one that this machine lacks, as ssh brings it along from another: then, too, the letters are said to be ASCII's.
letters=$(locale charmap 2>/dev/null) || letters=
case ${letters:-${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}} in ANSI_X3.4-1968 | US-ASCII | C | POSIX) export LC_ALL=C.UTF-8 ;; esac
# The quick compiler is enough for mails: until the good one has learnt to make them, it costs more than it saves.
case ${1:-} in
    send | check) tuning="-XX:TieredStopAtLevel=1 -XX:+UseParallelGC" ;;
    *) tuning="-XX:+UseParallelGC" ;;
esac
# shellcheck disable=SC2086
exec "$java" $tuning ${PERSONALIZE_JAVA_OPTIONS:-} -jar "$0" "$@"
