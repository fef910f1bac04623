import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOfOneWay } from '../../oneWay.ts'
import { openEmpty } from '../databases.ts'
import type { Visitor } from '../office.ts'
import { type DemoYear, openDemoYear } from '../results/aDemoYear.ts'

let year: DemoYear
let clerk: Visitor
let lead: string

const SIGNS = 'GET /api/years/:year/lead-duty/signs'
const DUTY = 'GET /api/years/:year/routine/leadDuty'

beforeAll(async () => {
  year = await openDemoYear(await openEmpty('PGlite'), 40)
  await year.ask(year.committee, 'POST /api/years/:year/routine/due', { body: { due: '2018-11-01' } })
  lead = (await year.ask(year.committee, SIGNS)).signs[0]!.unit
  clerk = await year.office.someone('qiantou', [{ role: 'leadUnit', unit: lead }])
})

afterAll(async () => {
  await year.office.close()
})

stepsOfOneWay()

const record = async () => (await year.ask(year.committee, DUTY)).records[0]!

test('六（四） signs are set before the committee alone, and score nothing', async () => {
  const { signs } = await year.ask(year.committee, SIGNS)
  expect(signs).toContainEqual(expect.objectContaining({ unit: lead, name: '等次评定迟报' }))
  expect(await year.refused(clerk, SIGNS)).toBe('notAllowed')
  expect((await year.ask(year.committee, DUTY)).records).toEqual([])
})

test('六（四） a deduction cites a sign; the lead unit objects once and is answered; upheld, it costs nothing', async () => {
  const { signs } = await year.ask(year.committee, SIGNS)
  const cited = signs.filter(({ unit }) => unit === lead).map(({ name, text }) => `${name}：${text}`)
  const rule = { row: '六（四）', rule: 'leadDutyFormalism', amount: 1.5, foundOn: '2018-11-20' }
  const body = { unit: lead, ...rule, reason: '评定走过场', cited: cited.slice(0, 1) }
  await year.ask(year.committee, 'POST /api/years/:year/routine/leadDuty', { body: body as never })
  const { id, revision } = await record()
  expect((await year.ask(clerk, DUTY)).records[0]!.cited).toEqual(cited.slice(0, 1))
  const isTold = async () =>
    (await year.ask(clerk, 'GET /api/years/:year/due')).waiting.some(one => one.id === 'dutyRecorded')
  expect(await isTold()).toBe(true)
  const ANSWER = 'POST /api/years/:year/lead-duty/:record/answer'
  const answer = (outcome: 'kept' | 'upheld', at: number) => ({
    params: { record: id },
    body: { outcome, answer: '核实，情况不符', revision: at },
  })
  expect(await year.refused(year.committee, ANSWER, answer('kept', revision))).toBe('dutyNotObjected')
  const OBJECT = 'POST /api/years/:year/units/:unit/lead-duty/:record/object'
  const object = (at: number) => ({
    params: { unit: lead, record: id },
    body: { objection: '按期上报，有回执', revision: at },
  })
  await year.ask(clerk, OBJECT, object(revision))
  expect(await isTold()).toBe(false)
  expect(await year.refused(clerk, OBJECT, object(revision))).toBe('staleRevision')
  expect(await year.refused(clerk, OBJECT, object(revision + 1))).toBe('dutyObjected')
  const { waiting } = await year.ask(year.committee, 'GET /api/years/:year/due')
  expect(waiting).toContainEqual(expect.objectContaining({ id: 'dutyObjections' }))
  await year.ask(year.committee, ANSWER, answer('upheld', revision + 1))
  expect(await record()).toMatchObject({ upheld: true, withdrawn: { why: '核实，情况不符' } })
})
