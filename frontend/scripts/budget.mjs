// Fails the build when what a browser loads before the first page shows grows beyond its budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 350 * 1024
const dist = new URL('../target/classes/META-INF/resources/app/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist)))

/** The files of a chunk and of all that it imports at once; what it imports when needed is left out. */
function files(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  chunk.css?.forEach((file) => seen.add(file))
  chunk.imports?.forEach((next) => files(next, seen))
  return seen
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist))).length
const initial = [...files('index.html')].map((file) => [file, gzipped(file)]).sort((a, b) => b[1] - a[1])
const total = initial.reduce((sum, [, size]) => sum + size, 0)
initial.forEach(([file, size]) => console.log(`${(size / 1024).toFixed(1).padStart(8)} kB  ${file}`))
console.log(`${(total / 1024).toFixed(1).padStart(8)} kB  initial load, gzipped, of ${BUDGET / 1024} kB`)
if (total > BUDGET) {
  console.error('frontend: the initial load is over its budget')
  process.exit(1)
}
