import type { Machine } from '../machine.ts'
import type { Load, Measured } from './measure.ts'

/** What was found, for the report. */
export interface HttpFindings {
  readonly date: string
  readonly machine: Machine
  readonly loads: readonly number[]
  readonly seconds: number
  readonly connections: number
  readonly rounds: number
  readonly units: number
  /** A bare fastify that answers one line, in the same rounds. */
  readonly yardstick: readonly Measured[]
  readonly found: readonly {
    readonly database: string
    readonly load: Load
    readonly measured: readonly Measured[]
  }[]
}

/** The report as a page of docs/. */
export function httpReport({
  date,
  machine,
  loads,
  seconds,
  connections,
  rounds,
  units,
  yardstick,
  found,
}: HttpFindings): string {
  const names = [...new Set(found.map(one => one.load.name))]
  const bare = summary(yardstick)
  const rows = names.map(name => {
    const [embedded, server] = found.filter(one => one.load.name === name).map(one => summary(one.measured))
    return `| ${name} | ${embedded!.text} | ${server!.text} | ${(embedded!.median / server!.median).toFixed(2)} | ${(embedded!.median / bare.median).toFixed(3)} |`
  })
  const failed = found.reduce(
    (sum, one) => sum + one.measured.reduce((all, { failed: some }) => all + some, 0),
    0,
  )
  return `# The server's speed

Written by \`npm run bench:http\`; do not edit by hand.

- Date: ${date}
- Machine: ${machine.processor}, ${machine.cores} cores, ${machine.memory}, ${machine.system}; Node ${machine.node}
- Load of the machine before and after (1-minute average): ${loads.map(load => load.toFixed(1)).join(', ')}
- The demo year with ${units} units; ${connections} connections, ${seconds} s a run, ${rounds} rounds; both databases sync each commit to disk. Client, server and database share the machine.

Requests a second (median of the rounds), and the time that half and 99 of 100 of them stay below:

| | PGlite (embedded) | PostgreSQL | embedded ÷ PostgreSQL | embedded ÷ bare fastify |
|---|---:|---:|---:|---:|
${rows.join('\n')}

A bare fastify that answers one line, without sign-in, trail or database, in the same rounds: ${bare.text}.

Requests that failed: ${failed}.
`
}

function summary(measured: readonly Measured[]): { readonly median: number; readonly text: string } {
  const [median, p50, p99] = [
    medianOf(measured.map(one => one.perSecond)),
    medianOf(measured.map(one => one.p50)),
    medianOf(measured.map(one => one.p99)),
  ]
  return { median, text: `${Math.round(median).toLocaleString('en')} (${p50} / ${p99} ms)` }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
}
