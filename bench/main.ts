// The benchmark's command: `npm run bench -- [--rounds 5] [--seconds 1] [--date 2026-01-01] [--part peers|sizes|stream] [--out FILE]`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { comparePeers, type Standing } from './comparePeers.ts'
import { contenders } from './contenders.ts'
import { loadNow, thisMachine } from './machine.ts'
import { readScheme } from './readScheme.ts'
import { reportOf } from './report.ts'
import { pinnedCore, run } from './run.ts'
import type { StreamReport } from './streamUnits.ts'
import type { SizeReport } from './timeSizes.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    part: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../docs/benchmarks.md') },
  },
})
const say = (line: string) => process.stderr.write(`${line}\n`)
const wants = (part: string) => values.part === undefined || values.part === part

const machine = thisMachine()
const core = await pinnedCore()
const loads = [loadNow()]

const standings: readonly Standing[] = wants('peers')
  ? await comparePeers(
      contenders(readScheme().scheme),
      Number(values.rounds),
      Number(values.seconds),
      core,
      say,
    )
  : []
loads.push(loadNow())

const sizes: Record<string, SizeReport[]> = {}
for (const [manner, most] of [
  ['numbers', 1e6],
  ['explained', 1e6],
  ['cycle', 1e5],
] as const) {
  for (let units = 1000; wants('sizes') && units <= most; units *= 10) {
    const flags = manner === 'cycle' ? ['--max-old-space-size=8000'] : []
    const report = await run<SizeReport>(
      'timeSizes.ts',
      [manner, units],
      manner === 'cycle' ? undefined : core,
      flags,
    )
    ;(sizes[manner] ??= []).push(report)
    say(`${manner} ${units}个单位：每秒${Math.round(report.unitsPerSecond)}个`)
  }
}
loads.push(loadNow())

const streams: StreamReport[] = []
for (const threads of wants('stream') ? [1, machine.cores] : []) {
  const report = await run<StreamReport>('streamUnits.ts', [4_700_000, threads])
  streams.push(report)
  say(
    `470万个单位，${threads}个线程：${report.total.toFixed(1)}秒，内存峰值${Math.round(report.peakMiB)} MiB`,
  )
}
loads.push(loadNow())

const text = reportOf({
  date: values.date,
  machine,
  pinned: core !== undefined,
  rounds: Number(values.rounds),
  standings,
  sizes,
  streams,
  loads,
})
process.stdout.write(text)
// A part of a run is no benchmark: only a whole one is written down.
if (values.part === undefined) writeFileSync(values.out, text)
process.exitCode = standings.some(standing => standing.fault !== undefined) ? 1 : 0
