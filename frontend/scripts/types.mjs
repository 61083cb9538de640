// Writes the types of the API from the documents that the services serve, so that a drift fails the build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const out = new URL('../src/api/generated/', import.meta.url)
mkdirSync(out, { recursive: true })
// All services but job-service say null where there is nothing; that one leaves such a field out.
const leavesOut = new Set(['job'])
for (const service of ['fleet', 'telemetry', 'job', 'relay']) {
  const document = JSON.parse(readFileSync(new URL(`../../docs/openapi/${service}.json`, import.meta.url)))
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    // A merge patch has what is to be changed, and nothing else.
    if (name.endsWith('Patch')) schema.required ??= []
  }
  const types = await openapiTS(document, {
    propertiesRequiredByDefault: !leavesOut.has(service),
    defaultNonNullable: false,
  })
  writeFileSync(new URL(`${service}.ts`, out), astToString(types))
}
