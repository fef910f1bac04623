// Reads a demo prefecture's facts from JSON and from a workbook, each in a process of its own, and prints time and peak memory:
// node scripts/measureReading.ts [units]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { factsSchema } from '../src/contract/year/factsSchema.ts'
import { toFileShape } from '../src/contract/shape/toFileShape.ts'
import { demoYear } from '../src/demo/demoYear.ts'
import { readFacts } from '../src/files/facts/readFacts.ts'
import { writeFactsTemplate } from '../src/files/facts/writeFactsTemplate.ts'
import { readScheme } from '../src/files/readScheme.ts'
import { schemeFiles } from '../src/files/schemeFiles.ts'
import type { Scheme } from '../src/domain/scheme/scheme.ts'

const SCHEME = join(import.meta.dirname, '../schemes/xiangxi-2018')

function scheme(): Scheme {
  const found = schemeFiles(SCHEME)
  const reading = 'files' in found ? readScheme(found.files).scheme : undefined
  if (reading === undefined) throw new Error('the scheme cannot be read')
  return reading
}

async function read(path: string): Promise<void> {
  const bytes = readFileSync(path)
  const start = performance.now()
  const { rows, refused } = await readFacts(bytes, scheme())
  const seconds = (performance.now() - start) / 1000
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const cpu = (userCPUTime + systemCPUTime) / 1e6
  const size = (statSync(path).size / 1024 / 1024).toFixed(1)
  console.log(
    `${path.slice(path.lastIndexOf('.') + 1)}: ${rows.in} rows (${refused.length} refusals), ${size} MiB, ${seconds.toFixed(1)} s (cpu of the whole process ${cpu.toFixed(1)} s), peak ${Math.round(maxRSS / 1024)} MiB`,
  )
}

async function measure(units: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hengping-reading-'))
  try {
    const year = demoYear({ seed: 1, units, scheme: scheme() })
    const json = join(folder, 'facts.json')
    writeFileSync(
      json,
      JSON.stringify(
        toFileShape(factsSchema, { format: 'hengping-facts/1', roster: year.roster, ...year.facts }),
      ),
    )
    const workbook = join(folder, 'facts.xlsx')
    writeFileSync(workbook, await writeFactsTemplate(scheme(), year))
    for (const path of [json, workbook]) {
      for (const heap of [[], ['--max-old-space-size=768']]) {
        if (heap.length > 0) console.log('with a heap of 768 MiB:')
        spawnSync(process.execPath, [...heap, import.meta.filename, '--read', path], { stdio: 'inherit' })
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [first, second] = process.argv.slice(2)
if (first === '--read' && second !== undefined) await read(second)
else await measure(Number(first ?? 20_000))
