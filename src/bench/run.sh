#!/usr/bin/env bash
# Prints every figure that the project claims, each as a ratio of two things measured in one run.
set -euo pipefail
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
root=$(cd "$(dirname "$0")/../.." && pwd)

echo "== a dry run of 100,000 people beside a bare FreeMarker loop"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.Benchmarks 100000

echo "== reading 500,000 customers beside a bare commons-csv loop"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.ReadingBench 500000

if command -v smtp-sink >/dev/null; then
    echo "== 20,000 mails to postfix's smtp-sink beside smtp-source and a plain loop"
    "$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.SmtpBench
else
    echo "== no smtp-sink here (package postfix): mails to a relay are not measured"
fi
echo "== messages of 15 KB, written and signed"
"$java" -Xmx512m -XX:+UseSerialGC -cp "$BENCH_CLASSPATH" org.personalize.bench.MimeBench

echo "== a million people in 512 MB"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$java" -cp "$BENCH_CLASSPATH" org.personalize.bench.BenchWorkspace "$work" 1000000
/usr/bin/env time -f '%e s, %M KB resident' \
    "$java" -Xmx512m -XX:+UseParallelGC -jar "$BENCH_JAR" send "$work/bench.yaml" --dry-run --previews 0 --out "$work/previews" |
    head -8

echo "== personalize --version beside an empty main, five times each"
mkdir "$work/empty"
echo 'public class Empty { public static void main(String[] words) {} }' >"$work/Empty.java"
"${java}c" -d "$work/empty" "$work/Empty.java"
for _ in 1 2 3 4 5; do
    /usr/bin/env time -f 'empty %e s' "$java" -Xshare:auto -cp "$work/empty" Empty
    /usr/bin/env time -f 'version %e s' "$root/personalize" --version >/dev/null
done
