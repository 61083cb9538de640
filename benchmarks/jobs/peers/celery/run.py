"""Submits Celery jobs that do nothing, one call each or in bulk. Prints what it took as JSON."""
import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg2
from celery import group
from nothing import nothing

CALLERS = 16
BATCH = 1000
address, mode, jobs = sys.argv[1], sys.argv[2], int(sys.argv[3])


def stored():
    """How many results are committed."""
    try:
        with psycopg2.connect(address) as connection, connection.cursor() as cursor:
            cursor.execute("select count(*) from celery_taskmeta where status = 'SUCCESS'")
            return cursor.fetchone()[0]
    except psycopg2.errors.UndefinedTable:
        return 0


def submit(mode, jobs):
    before = stored()
    results = []
    if mode == "bulk":
        for _ in range(jobs // BATCH):
            group(nothing.s(time.time()) for _ in range(BATCH)).apply_async()
    elif mode == "start":
        for _ in range(jobs):
            results.append(nothing.delay(time.time()))
            time.sleep(0.02)
    else:
        with ThreadPoolExecutor(CALLERS) as pool:
            for future in [pool.submit(nothing.delay, time.time()) for _ in range(jobs)]:
                future.result()
    while stored() < before + jobs:
        time.sleep(0.02)
    return sorted(result.get() for result in results)


command = [sys.executable, "-m", "celery", "-A", "nothing", "worker", "-c", "4", "--loglevel", "ERROR"]
worker = subprocess.Popen(command, cwd=os.path.dirname(os.path.abspath(__file__)), stdout=sys.stderr)
submit("one", 100)
begin = time.time()
waits = submit(mode, jobs) or [0]
seconds = time.time() - begin
print(json.dumps({"jobs": jobs, "seconds": seconds, "p50": waits[len(waits) // 2], "p99": waits[len(waits) * 99 // 100]}))
worker.terminate()
worker.wait()
