// Prints what the suite found: node report.mjs SUITE RESULTS [least-required least-optimal]
// SUITE is the suite's folder, RESULTS what its command line printed. Fails when there is less than the least.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const [suite, file, leastRequired = '0', leastOptimal = '0'] = process.argv.slice(2)
const load = name => import(pathToFileURL(path.resolve(suite, name)).href)
const tests = (await load('tests/index.mjs')).default
const { determineTestResult, resultTypes } = await load('test-engine/lib/results.mjs')

const results = JSON.parse(fs.readFileSync(file, 'utf8'))
const count = { required: [0, 0], optimal: [0, 0], check: [0, 0] }
const failed = []
for (const test of tests.flatMap(group => group.tests)) {
  const found = determineTestResult(tests, test.id, results)
  if (found === resultTypes.untested) continue
  const kind = test.kind ?? 'required'
  count[kind][1]++
  if (found === resultTypes.pass || found === resultTypes.yes) {
    count[kind][0]++
  } else {
    const name = Object.keys(resultTypes).find(key => resultTypes[key] === found)
    const why = results[test.id] === true ? '' : (results[test.id] ?? [])[1]
    failed.push({ kind, line: `${kind.padEnd(8)} ${name.padEnd(15)} ${test.id}: ${why}` })
  }
}

for (const kind of Object.keys(count)) {
  failed.filter(one => one.kind === kind).forEach(one => console.log(one.line))
}
console.log()
for (const [kind, [passed, all]] of Object.entries(count)) {
  console.log(`${kind.padEnd(8)} ${passed} of ${all}`)
}
process.exitCode = count.required[0] < +leastRequired || count.optimal[0] < +leastOptimal ? 1 : 0
