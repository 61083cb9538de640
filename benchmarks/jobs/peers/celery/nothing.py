"""Celery: jobs that do nothing, with RabbitMQ and results in PostgreSQL. The worker imports it; run.py submits."""
import os
import time

from celery import Celery

app = Celery(broker=os.environ["BROKER"], backend=os.environ["BACKEND"])


@app.task(name="nothing")
def nothing(at):
    return (time.time() - at) * 1000
