// How large the product is: `node scripts/measureHouse.mjs [folder of a checkout]`. Counts src without tests, as formatted.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.argv[2] ?? join(import.meta.dirname, '..')
const tracked = execFileSync('git', ['-C', root, 'ls-files', 'src'], { encoding: 'utf8' }).split('\n')
const files = tracked
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const linesOf = text => text.split('\n').length - 1
const floorOf = path => path.split('/')[1]

/** Names that a file exports, with how many other product files import each. */
function importersOfExports() {
  const imported = new Map()
  for (const { text } of files) {
    for (const [, names] of text.matchAll(/^(?:import|export)\b[^'"{]*\{([^}]*)\}\s*from\s+'\./gm)) {
      for (const part of names.split(',')) {
        const name = part
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0]
        if (name !== '') imported.set(name, (imported.get(name) ?? 0) + 1)
      }
    }
  }
  const exported = files.flatMap(({ text }) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)].map(
      found => found[1],
    ),
  )
  return exported.map(name => imported.get(name) ?? 0)
}

const uses = importersOfExports()
const rows = [
  ['product lines (src, ts and tsx)', files.reduce((sum, { text }) => sum + linesOf(text), 0)],
  ['files', files.length],
  ['files under 15 lines', files.filter(({ text }) => linesOf(text) < 15).length],
  ['exports', uses.length],
  ['exports imported by one file', uses.filter(count => count === 1).length],
  ['exports imported by none', uses.filter(count => count === 0).length],
]
for (const floor of new Set(files.map(({ path }) => floorOf(path)))) {
  const own = files.filter(({ path }) => floorOf(path) === floor)
  rows.push([`lines of ${floor}`, own.reduce((sum, { text }) => sum + linesOf(text), 0)])
}
for (const [what, count] of rows) console.log(`${what.padEnd(34)}${String(count).padStart(8)}`)
