// How long the firmness of a ranking takes: `npm run bench:firmness -- [--units 2000] [--times 2]`.
// The server computes it in the background, as for an office: 2,000 repeats, then every other ruling and weight.
import { randomUUID } from 'node:crypto'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { signIn, startOffice } from '../http/startOffice.ts'
import { loadNow } from '../machine.ts'

const { values } = parseArgs({
  options: { units: { type: 'string', default: '2000' }, times: { type: 'string', default: '2' } },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)
say(
  `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}; load ${loadNow().toFixed(1)}`,
)
const office = await startOffice({}, values.units)

/** Starts the job and follows it: the seconds at which each stage was first seen, and the longest time without a sign of progress. */
async function compute(cookie: string) {
  const started = performance.now()
  const since = () => (performance.now() - started) / 1000
  const said = await fetch(`${office.address}/api/years/2018/firmness`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: '{}',
  })
  if (!said.ok) throw new Error(await said.text())
  const { job } = (await said.json()) as { readonly job: string }
  const stages = new Map<string, number>()
  let [before, changed, stillFor] = ['', 0, 0]
  for (;;) {
    const answer = await fetch(`${office.address}/api/jobs/${job}`, { headers: { cookie } })
    const { state, stage, fault } = (await answer.json()) as Readonly<Record<string, string>>
    if (stage !== before) {
      stillFor = Math.max(stillFor, since() - changed)
      changed = since()
      before = stage!
    }
    const kind = stage?.replaceAll(/\d+.*/g, '') ?? ''
    if (!stages.has(kind)) stages.set(kind, since())
    if (state === 'done') return { took: since(), stages, stillFor }
    if (state !== 'waiting' && state !== 'running') throw new Error(`${state}: ${fault}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

try {
  const cookie = await signIn(office.address)
  for (let time = 1; time <= Number(values.times); time++) {
    const { took, stages, stillFor } = await compute(cookie)
    const seen = [...stages].map(([stage, at]) => `${stage} ${at.toFixed(1)}`).join(', ')
    say(
      `${values.units} units, time ${time}: ${took.toFixed(1)} s (${seen}); progress at least every ${stillFor.toFixed(1)} s; load ${loadNow().toFixed(1)}`,
    )
  }
} finally {
  await office.stop()
}
