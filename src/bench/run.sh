#!/usr/bin/env bash
# Prints every figure that the project claims, each as a ratio of two things measured in one run.
set -euo pipefail
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"
mkdir "$work/report" "$work/latent"
helper=
# Whatever happens: no relay is left behind, and no folder.
trap '[ -z "$helper" ] || kill "$helper"; rm -rf "$work"' EXIT

echo "== a dry run of 100,000 people beside a bare FreeMarker loop"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.Benchmarks 100000

echo "== reading 500,000 customers beside a bare commons-csv loop"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.ReadingBench 500000

echo "== reading 10,000,000 events of a million people and 50,000 items, and a tenth of them"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.HistoryBench

echo "== learning the items of 10,000,000 events of a million people, and the best four of 50,000 for everybody"
"$java" -Xmx2500m -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.TasteBench
echo "== planning 100,000 and 1,000,000 people: 72 hours, four slots of 5,000 items, without and with a limit per hour"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.PlanBench

echo "== a provider's events beside a bare loop over their JSON, and linked and kept; ten million within 512 MB"
"$java" -Xmx512m -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.IntakeBench
"$java" -Xmx512m -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.IntakeBench 10

echo "== a report on 1,000,000 people and 10,000,000 events"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.ReportBench "$work/report"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.ReportBench "$work/report"
rm -rf "$work/report"

if command -v smtp-sink >/dev/null && command -v smtp-source >/dev/null; then
    echo "== 20,000 mails to postfix's smtp-sink beside smtp-source and a plain loop"
    "$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.SmtpBench

    echo "== the whole flow in one process, cold and warm, beside smtp-source and plain loops"
    "$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.SendBench

    echo "== the whole program: 20,000 people planned, rendered, sent and accounted for, beside smtp-source -d"
    shop=$work/shop
    "$java" -cp "$BENCH_CLASSPATH" org.personalize.bench.BenchWorkspace "$shop" 20000
    sed -i '/^schedule:/d' "$shop/bench.yaml"
    echo 'smtp: {host: localhost, port: 2598, security: none, connections: 8}' >>"$shop/bench.yaml"
    smtp-sink -u nobody 127.0.0.1:2598 2000 &
    helper=$!
    sleep 1
    for _ in 1 2 3; do
        /usr/bin/env time -f 'smtp-source %e s' \
            smtp-source -s 8 -d -m 20000 -l 15360 -f a@shop.example -t b@mail.example 127.0.0.1:2598
        rm -f "$shop"/personalize.db* "$shop"/personalize.key*
        /usr/bin/env time -f 'personalize %e s, %U s of CPU, %M KB resident' \
            "$java" -Xmx512m -XX:+UseParallelGC -jar "$BENCH_JAR" send "$shop/bench.yaml" --yes | grep accepted
    done
    /usr/bin/env time -f 'nothing due, nothing changed: %e s' \
        "$java" -Xmx512m -jar "$BENCH_JAR" send "$shop/bench.yaml" --yes >/dev/null
    kill "$helper"
    helper=
    rm -rf "$shop"
else
    echo "== no smtp-sink here (package postfix): mails to a relay are not measured"
fi
echo "== a relay that lets 50 ms pass before each answer, by 1 to 64 connections"
"$java" -Xmx1g -XX:+UseParallelGC -cp "$BENCH_CLASSPATH" org.personalize.bench.LatencyBench "$work/latent"
rm -rf "$work/latent"

echo "== a million planned and 100,000 due within 512 MB, and a run with nothing due and nothing changed"
million=$work/million
"$java" -cp "$BENCH_CLASSPATH" org.personalize.bench.BenchWorkspace "$million" 1000000
sed -i '/^schedule:/d' "$million/bench.yaml"
cat >>"$million/bench.yaml" <<'YAML'
schedule: {start: 2026-12-01T10:00, end: 2026-12-01T20:00, max_per_hour: 100000}
smtp: {host: 127.0.0.1, port: 2599, security: none, connections: 8}
YAML
"$java" -cp "$BENCH_CLASSPATH" org.personalize.bench.LatentRelay 2599 0 &
helper=$!
for moment in 09:50 09:51 10:59 10:59:30; do
    /usr/bin/env time -f "at $moment: %e s, %U s of CPU, %M KB resident" \
        "$java" -Xmx512m -XX:+UseParallelGC -jar "$BENCH_JAR" send "$million/bench.yaml" --yes --now "2026-12-01T${moment}Z" ||
        [ $? = 1 ] # For some in the east the day was over: nobody is mailed after it, and the exit code says so.
done
kill "$helper"
helper=
rm -rf "$million"

echo "== messages of 15 KB, written and signed"
"$java" -Xmx512m -XX:+UseSerialGC -cp "$BENCH_CLASSPATH" org.personalize.bench.MimeBench

echo "== a million people in 512 MB"
"$java" -cp "$BENCH_CLASSPATH" org.personalize.bench.BenchWorkspace "$work/people" 1000000
/usr/bin/env time -f '%e s, %M KB resident' \
    "$java" -Xmx512m -XX:+UseParallelGC -jar "$BENCH_JAR" send "$work/people/bench.yaml" --dry-run --previews 0 --out "$work/previews" |
    head -8

echo "== personalize --version beside an empty main, five times each"
mkdir "$work/empty"
echo 'public class Empty { public static void main(String[] words) {} }' >"$work/Empty.java"
"${java}c" -d "$work/empty" "$work/Empty.java"
for _ in 1 2 3 4 5; do
    /usr/bin/env time -f 'empty %e s' "$java" -Xshare:auto -cp "$work/empty" Empty
    /usr/bin/env time -f 'version %e s' "$root/personalize" --version >/dev/null
done
