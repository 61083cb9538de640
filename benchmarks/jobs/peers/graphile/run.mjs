// graphile-worker: jobs that do nothing, one call each or in bulk. Prints what it took as JSON.
import { makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";

const CALLERS = 16;
const SLOTS = 64;
const BATCH = 1000;
const [connectionString, mode, count, tuned] = process.argv.slice(2);
const quiet = { scope: () => quiet, error: console.error, warn() {}, info() {}, debug() {} };
const now = () => performance.timeOrigin + performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let waits = [];
const worker = {
  connectionString,
  concurrentJobs: SLOTS,
  maxPoolSize: 16,
  logger: quiet,
  ...(tuned === "tuned" && { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 }),
};
const preset = { worker };
const utils = await makeWorkerUtils({ preset });
await utils.migrate();
const pool = new pg.Pool({ connectionString, max: 2 });
const runner = await run({ preset, noHandleSignals: true, taskList: { nothing: ({ at }) => void waits.push(now() - at) } });

// A job that is done is deleted.
async function left() {
  return Number((await pool.query("select count(*) from graphile_worker._private_jobs")).rows[0].count);
}

async function submit(mode, jobs) {
  if (mode === "bulk") {
    for (let sent = 0; sent < jobs; sent += BATCH) {
      await utils.addJobs(Array.from({ length: BATCH }, () => ({ identifier: "nothing", payload: { at: now() } })));
    }
  } else if (mode === "start") {
    for (let i = 0; i < jobs; i++) {
      await utils.addJob("nothing", { at: now() });
      await pause(20);
    }
  } else {
    const each = Math.floor(jobs / CALLERS);
    await Promise.all(Array.from({ length: CALLERS }, async () => {
      for (let i = 0; i < each; i++) await utils.addJob("nothing", { at: now() });
    }));
  }
  while ((await left()) > 0) await pause(20);
}

await submit("one", 500);
waits = [];
const begin = performance.now();
await submit(mode, Number(count));
const seconds = (performance.now() - begin) / 1000;
waits.sort((a, b) => a - b);
console.log(JSON.stringify({
  jobs: Number(count), seconds, p50: waits[waits.length >> 1], p99: waits[Math.floor(waits.length * 0.99)],
}));
await runner.stop();
await utils.release();
await pool.end();
