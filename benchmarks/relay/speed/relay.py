"""What the relay is compared with: a few lines of FastAPI that keep answers in Redis for as long as they are fresh."""
import os
import re

import httpx
import redis.asyncio
from fastapi import FastAPI, Response

app = FastAPI()
upstream = httpx.AsyncClient(base_url=os.environ["UPSTREAM"])
cache = redis.asyncio.Redis(port=int(os.environ["REDIS_PORT"]))


@app.get("/{path:path}")
async def relay(path: str):
    kept = await cache.get(path)
    if kept is None:
        answer = await upstream.get("/" + path)
        kept = answer.content
        fresh = re.search(r"max-age=(\d+)", answer.headers.get("cache-control", ""))
        if answer.status_code == 200 and fresh:
            await cache.set(path, kept, ex=int(fresh.group(1)))
    return Response(kept, media_type="application/json")
