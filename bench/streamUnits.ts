// A process of its own that makes, scores and ranks a great many units: how many and in how many threads in, JSON out.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { orderByScore } from '../src/domain/score/ranking/orderByScore.ts'
import { readScheme } from './readScheme.ts'
import { type PartTimes, streamPart } from './streamPart.ts'

/** What a stream took: seconds by the wall, peak memory in MiB, and a sum over all scores and places that any two runs must share. */
export interface StreamReport {
  readonly units: number
  readonly ranked: number
  readonly threads: number
  readonly made: number
  readonly scored: number
  readonly rankedIn: number
  readonly total: number
  readonly cpu: number
  readonly peakMiB: number
  readonly checked: number
  readonly sum: number
}

const [units, threads] = process.argv.slice(2).map(Number) as [number, number]
const { scheme } = readScheme()
const columns = Array.from(
  { length: scheme.components.length + 1 },
  () => new Float64Array(new SharedArrayBuffer(units * Float64Array.BYTES_PER_ELEMENT)),
)

const began = performance.now()
const parts =
  threads === 1
    ? [streamPart(scheme, columns, 0, units)]
    : await Promise.all(Array.from({ length: threads }, runThread))
const streamed = performance.now()
const composite = columns.at(-1)!
const breakers = ['inspection', 'debrief'].map(
  id => columns[scheme.components.findIndex(component => component.id === id)]!,
)
const members = new Uint32Array(units)
let ranked = 0
for (let index = 0; index < units; index++) if (!Number.isNaN(composite[index])) members[ranked++] = index
const { order } = orderByScore(members.subarray(0, ranked), [composite, ...breakers])
const ended = performance.now()

for (let place = 1; place < ranked; place++) {
  if (composite[order[place - 1]!]! < composite[order[place]!]!)
    throw new RangeError(`places ${place} and ${place + 1} are the wrong way round`)
}
const most = (figure: keyof PartTimes) => Math.max(...parts.map(part => part[figure]))
const report: StreamReport = {
  units,
  ranked,
  threads,
  made: most('made'),
  scored: most('scored'),
  rankedIn: (ended - streamed) / 1000,
  total: (ended - began) / 1000,
  cpu: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  peakMiB: process.resourceUsage().maxRSS / 1024,
  checked: parts.reduce((sum, part) => sum + part.checked, 0),
  sum: sumOver(order),
}
process.stdout.write(JSON.stringify(report))

function runThread(_: unknown, at: number): Promise<PartTimes> {
  const edge = (part: number) => Math.floor((units * part) / threads)
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'streamThread.ts'), {
      workerData: { columns, from: edge(at), to: edge(at + 1) },
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

function sumOver(places: Uint32Array): number {
  let sum = 0
  for (let place = 0; place < places.length; place++)
    sum = (sum * 31 + places[place]! + composite[places[place]!]!) % 2 ** 40
  return sum
}
