// The server's benchmark: `npm run bench:http -- [--seconds 5] [--connections 20] [--rounds 3] [--units 120] [--out FILE]`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../tests/server/startPostgres.ts'
import { loadNow, thisMachine } from '../machine.ts'
import { httpReport } from './httpReport.ts'
import { type Load, loads, measure, type Measured } from './measure.ts'
import { startBare } from './startBare.ts'
import { signIn, startOffice } from './startOffice.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    units: { type: 'string', default: '120' },
    date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/benchmarks-http.md') },
  },
})
const [seconds, connections, rounds] = [
  Number(values.seconds),
  Number(values.connections),
  Number(values.rounds),
]
const say = (line: string) => void process.stderr.write(`${line}\n`)

const before = loadNow()
const postgres = await startPostgres(true)
const offices = [
  { database: 'PGlite (embedded)', office: await startOffice({}, values.units) },
  { database: 'PostgreSQL', office: await startOffice({ DATABASE_URL: postgres.url }, values.units) },
]
const bare = await startBare()
const yardstick: Measured[] = []
const found: { database: string; load: Load; measured: Measured[] }[] = []
try {
  for (const { database, office } of offices) {
    say(`${database}：${office.address}，启动用时 ${(office.readyAfter / 1000).toFixed(1)} 秒`)
    const cookie = await signIn(office.address)
    for (const load of loads) found.push({ database, load, measured: [] })
    Object.assign(office, { cookie })
  }
  // Round by round and database by database, so that a busy minute of the machine falls on both.
  for (let round = 0; round < rounds; round++) {
    yardstick.push(await measure(bare.address, '', loads[0]!, { seconds, connections }))
    say(`fastify本身：每秒 ${Math.round(yardstick.at(-1)!.perSecond)} 次`)
    for (const load of loads) {
      for (const { database, office } of offices) {
        const measured = await measure(office.address, office.cookie!, load, { seconds, connections })
        found.find(one => one.database === database && one.load === load)!.measured.push(measured)
        say(
          `${load.name}，${database}：每秒 ${Math.round(measured.perSecond)} 次，失败 ${measured.failed} 次`,
        )
      }
    }
  }
} finally {
  bare.stop()
  for (const { office } of offices) await office.stop()
  await postgres.stop()
}
const report = httpReport({
  date: values.date,
  machine: thisMachine(),
  loads: [before, loadNow()],
  seconds,
  connections,
  rounds,
  units: Number(values.units),
  yardstick,
  found,
})
writeFileSync(values.out, report)
say(`已写入 ${values.out}`)
