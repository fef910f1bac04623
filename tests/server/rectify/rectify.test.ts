import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { openEmpty } from '../databases.ts'
import { stepsOfOneWay } from '../../oneWay.ts'
import { type DemoYear, openDemoYear } from '../results/aDemoYear.ts'
import type { Visitor } from '../office.ts'

let database: OpenDatabase
let year: DemoYear
let reviewer: Visitor
let second: Visitor
let unit: string
let leadUnit: string
let clerk: Visitor
let lead: Visitor

beforeAll(async () => {
  database = await openEmpty('PGlite')
  year = await openDemoYear(database, 40)
  reviewer = await year.office.someone('fuhe', [{ role: 'committee' }])
  second = await year.office.someone('sanhe', [{ role: 'committee' }])
  const { units } = await year.ask(year.committee, 'GET /api/years/:year/roster')
  const { problems } = await year.ask(year.committee, LIST)
  const known = new Set(problems.map(one => one.unit))
  const member = units.find(one => one.leadUnit !== undefined && !known.has(one.id))!
  unit = member.id
  leadUnit = member.leadUnit!
  clerk = await year.office.someone('danwei', [{ role: 'unit', unit }])
  lead = await year.office.someone('qiantou', [{ role: 'leadUnit', unit: leadUnit }])
})

afterAll(async () => {
  await year.office.close()
})

stepsOfOneWay()

const LIST = 'GET /api/years/:year/problems'
const ONE = 'GET /api/years/:year/units/:unit/problems/:problem'
const AT = '/api/years/:year/units/:unit/problems'
const SEND = 'POST /api/years/:year/problems/send'
const REVIEW = 'POST /api/years/:year/problems/review'
const DAYS = { objectUntil: '2019-01-05', planBy: '2019-01-20' }
const PLAN = { cause: '重视不够', remedy: '每月开展一次', owner: '张某', deadline: '2019-03-31' }

const agree = (body: string) => ({ body: { body, outcome: 'agree', opinion: '情况属实' } })
const own = async (who: Visitor) =>
  (await year.ask(who, LIST)).problems.filter(one => one.unit === unit && one.standing !== 'dropped')
const at = async (who: Visitor, problem: string) => year.ask(who, ONE, { params: { unit, problem } })

/** Takes one step with a problem, at its present revision. */
async function step(who: Visitor, problem: string, path: string, body: object) {
  const { revision } = await at(year.committee, problem)
  return year.ask(who, `POST ${AT}/:problem/${path}` as typeof ONE, {
    params: { unit, problem },
    body: { ...body, revision },
  })
}

async function refusedStep(who: Visitor, problem: string, path: string, body: object) {
  const { revision } = await at(year.committee, problem)
  const asked = { params: { unit, problem }, body: { ...body, revision } }
  return year.refused(who, `POST ${AT}/:problem/${path}` as typeof ONE, asked)
}

test('四（五） problems are proposed from what inspections found, and from the whole result once it is sealed; none twice', async () => {
  const TAKE = 'POST /api/years/:year/problem-proposals/take'
  const PROPOSALS = 'GET /api/years/:year/problem-proposals'
  const early = await year.ask(year.committee, PROPOSALS)
  expect(new Set(early.proposals.map(({ origin }) => origin))).toEqual(new Set(['inspection']))
  const found = early.proposals.find(one => one.unit !== unit && one.source !== '')!
  await year.ask(year.committee, TAKE, { body: { chosen: [{ unit: found.unit, key: found.key }] } })
  await year.seal()
  const { proposals, isSealed } = await year.ask(year.committee, PROPOSALS)
  expect([early.isSealed, isSealed]).toEqual([false, true])
  expect(proposals.some(one => one.unit === found.unit && one.key === found.key)).toBe(false)
  const lost = proposals.filter(one => one.origin === 'lost')
  expect(lost.length).toBeGreaterThan(20)
  expect(lost.every(one => one.row !== undefined && one.lost! > 0 && one.text.length > 4)).toBe(true)
  const { rowsLost } = await year.ask(year.committee, 'GET /api/years/:year/units/:unit/result', {
    params: { unit },
  })
  expect(
    lost
      .filter(one => one.unit === unit)
      .map(one => one.row)
      .toSorted(),
  ).toEqual(rowsLost.map(one => one.row).toSorted())
  const [first] = lost
  const one = { body: { chosen: [{ unit: first!.unit, key: first!.key }] } }
  expect(await year.ask(year.committee, TAKE, one)).toEqual({ count: 1, units: 1 })
  expect(await year.refused(year.committee, TAKE, one)).toBe('problemsNone')
  const { count } = await year.ask(year.committee, TAKE, { body: {} })
  expect(count).toBe(proposals.length - 1)
  expect((await year.ask(year.committee, PROPOSALS)).proposals).toEqual([])
})

test('五（二） what came since the list was seen is neither reviewed nor sent with it', async () => {
  const text = '阵地标识不清'
  const made = await year.ask(year.committee, `POST ${AT}`, { params: { unit }, body: { text } })
  const { bodies } = await year.ask(reviewer, LIST)
  const seen = bodies[0]!
  const late = await year.ask(year.committee, `POST ${AT}`, {
    params: { unit },
    body: { text: '学习记录缺页' },
  })
  const review = (body: object) => ({ body: { ...agree(seen.id).body, ...body } })
  expect(await year.refused(reviewer, REVIEW, review({ mark: seen.mark }))).toBe('problemsMoved')
  const worded = {
    params: { unit, problem: made.id },
    body: { text: '阵地标识缺失', revision: made.revision },
  }
  await year.ask(year.committee, `PUT ${AT}/:problem` as typeof ONE, worded)
  const one = review({ problems: [made.id], revision: made.revision })
  expect(await year.refused(reviewer, REVIEW, one)).toBe('staleRevision')
  for (const { id } of [made, late]) await step(year.committee, id, 'drop', { reason: '试验' })
})

test('五（二） one drafts and words, another of each body reviews; drafts are nobody else’s to see', async () => {
  const add = { params: { unit }, body: { text: '谈心谈话记录不全' } }
  const made = await year.ask(year.committee, `POST ${AT}`, add)
  expect(made).toMatchObject({ origin: 'byHand', standing: 'drafted', acts: ['word', 'drop'] })
  const bad = { params: { unit }, body: { text: '甲', row: 'nix' } }
  expect(await year.refused(year.committee, `POST ${AT}`, bad)).toBe('problemRowUnknown')
  expect(await own(clerk)).toEqual([])
  expect(await year.refused(clerk, ONE, { params: { unit, problem: made.id } })).toBe('notFound')
  const again = await year.ask(year.committee, `POST ${AT}`, add)
  const merged = await year.ask(
    year.committee,
    `POST ${AT}/merge` as 'POST /api/years/:year/units/:unit/problems/merge',
    {
      params: { unit },
      body: { text: '谈心谈话记录不全，缺签字', problems: [made.id, again.id] },
    },
  )
  expect(merged).toMatchObject({ id: made.id, text: '谈心谈话记录不全，缺签字' })
  const whyNotMerge = (of: string, ...problems: string[]) =>
    year.refused(year.committee, 'POST /api/years/:year/units/:unit/problems/merge', {
      params: { unit: of },
      body: { text: '甲', problems },
    })
  expect(await whyNotMerge(unit, made.id, again.id)).toBe('problemsNotDrafts')
  expect(await whyNotMerge(unit, made.id, made.id)).toBe('problemsTooFew')
  expect(await whyNotMerge('nobody', made.id, again.id)).toBe('problemsOfTwoUnits')
  await step(year.committee, made.id, 'drop', { reason: '与失分问题重复' })

  const { bodies } = await year.ask(year.committee, LIST)
  const [one, other] = bodies.map(body => body.id)
  // Drafts of one's own wait for others; each body has its own count, and a unit is told of none.
  const waiting = async (who: Visitor) => (await year.ask(who, LIST)).bodies.map(body => body.waiting > 20)
  expect(await waiting(year.committee)).toEqual([false, false])
  expect(await waiting(reviewer)).toEqual([true, true])
  expect(await waiting(clerk)).toEqual([false, false])
  expect(await year.refused(year.committee, REVIEW, agree(one!))).toBe('problemOwnReview')
  expect(await year.refused(reviewer, REVIEW, agree('nix'))).toBe('problemBodyUnknown')
  expect(await year.refused(year.committee, SEND, { body: DAYS })).toBe('problemsNone')
  const reviewed = await year.ask(reviewer, REVIEW, agree(one!))
  expect(reviewed.count).toBeGreaterThan(20)
  expect(await waiting(second)).toEqual([false, true])
  expect(await year.refused(reviewer, REVIEW, agree(other!))).toBe('problemSignedForAnother')
  const twice = await Promise.all([
    year.refused(second, REVIEW, agree(other!)),
    year.refused(second, REVIEW, agree(other!)),
  ])
  expect(twice.toSorted()).toEqual(['problemsNone', undefined])
})

test('四（五） sent to all at once, once the result is released and in an order of days', async () => {
  expect(await year.refused(year.committee, SEND, { body: DAYS })).toBe('problemsNotReleased')
  await year.ask(year.leading, 'POST /api/years/:year/seals/:seal/approve' as never, {
    params: { seal: 1 },
    body: { opinion: '同意' },
  })
  await year.ask(year.committee, 'POST /api/years/:year/release', { body: { seal: 1 } })
  const backwards = { body: { objectUntil: '2019-01-20', planBy: '2019-01-05' } }
  expect(await year.refused(year.committee, SEND, backwards)).toBe('problemDaysBackwards')
  const mistyped = { body: { ...DAYS, planBy: '2091-01-05' } }
  expect(await year.refused(year.committee, SEND, mistyped)).toBe('deadlineFar')
  const { count, units } = await year.ask(year.committee, SEND, { body: DAYS })
  expect(units).toBeGreaterThan(5)
  expect(count).toBeGreaterThanOrEqual(units)
  const { waiting } = await year.ask(clerk, 'GET /api/years/:year/due')
  expect(waiting).toContainEqual(expect.objectContaining({ id: 'problemsWaiting' }))
})

test('四（五） the unit confirms the receipt, objects in time and is answered', async () => {
  const [first, ...others] = await own(clerk)
  expect(others.length).toBeGreaterThan(0)
  const object = { reason: '当日因会议改期，有记录' }
  expect(await refusedStep(clerk, first!.id, 'object', object)).toBe('problemNotReceived')
  const RECEIVE = `POST ${AT}/receive` as 'POST /api/years/:year/units/:unit/problems/receive'
  const receive = { params: { unit }, body: {} }
  await year.ask(clerk, RECEIVE, receive)
  expect(await year.refused(clerk, RECEIVE, receive)).toBe('problemsNone')
  await step(clerk, first!.id, 'object', object)
  expect(await refusedStep(clerk, first!.id, 'object', object)).toBe('problemObjectedAlready')
  const blank = { outcome: 'reworded', text: '', reason: '核实' }
  expect(await refusedStep(reviewer, first!.id, 'answer', blank)).toBe('problemWordsMissing')
  const put = { params: { unit, problem: first!.id }, body: { ...PLAN, revision: 1 } }
  expect(await year.refused(clerk, `PUT ${AT}/:problem/plan` as never, put)).toBe('staleRevision')
  await step(reviewer, first!.id, 'answer', { ...blank, text: '改期的记录不全' })
  expect(await at(clerk, first!.id)).toMatchObject({
    text: '改期的记录不全',
    objection: 'answered',
    planBy: DAYS.planBy,
  })
})

test('四（五） the list, its filter and the board count a problem where it stands: receipt, objection and plan apart', async () => {
  const { columns } = await year.ask(year.committee, 'GET /api/years/:year/problem-board')
  for (const { words, count } of columns) {
    const query = { page: '0', filter: JSON.stringify({ standing: [words] }) }
    const { paging } = await year.ask(year.committee, LIST, { query })
    expect([words, paging!.found]).toEqual([words, count])
  }
  expect(columns.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['已下发待确认', '已下发待报方案']),
  )
  const { own: waits, problems } = await year.ask(clerk, LIST, {
    query: { page: '0', search: '没有这样的问题' },
  })
  // A document prints the words of the list.
  const { problems: all } = await year.ask(year.committee, LIST)
  const unread = all.find(
    ({ standing, isReceived, unit: of }) =>
      standing === 'sent' &&
      !isReceived &&
      all.some(other => other.unit === of && other.standing === 'inProgress'),
  )!
  const draft = { body: { kind: 'rectification', unit: unread.unit, all: false } }
  await year.committee.ask('POST /api/years/2018/documents', draft)
  const { documents } = (await year.committee.ask('GET /api/years/2018/documents')).body as never as {
    documents: { id: string }[]
  }
  const paper = await year.committee.ask(`GET /api/years/2018/documents/${documents[0]!.id}`)
  expect(paper.text).toContain(`${unread.text}（已下发待确认）`)
  // What a search leaves out is still to be handed in.
  expect([problems.length, waits.unread, waits.unplanned > 0]).toEqual([0, 0, true])
})

test('五（二） plans are handed in whole, returned with a reason, and pass with the lead unit and the committee', async () => {
  const HAND_IN = `POST ${AT}/hand-in` as 'POST /api/years/:year/units/:unit/problems/hand-in'
  const VET = `POST ${AT}/vet` as 'POST /api/years/:year/units/:unit/problems/vet'
  const handIn = { params: { unit }, body: {} }
  const vet = (body: string, outcome = 'agree') => ({
    params: { unit },
    body: { body, outcome, opinion: '措施具体' },
  })
  const problems = await own(clerk)
  const bare = await clerk.ask(`POST /api/years/2018/units/${unit}/problems/hand-in`, { body: {} })
  expect(bare.body).toMatchObject({ code: 'problemPlanIncomplete' })
  // Of several plans it says which one lacks something.
  expect(problems.some(({ text }) => JSON.stringify(bare.body).includes(text.slice(0, 20)))).toBe(true)
  for (const one of problems) {
    const plan = { params: { unit, problem: one.id }, body: { ...PLAN, revision: one.revision } }
    await year.ask(clerk, `PUT ${AT}/:problem/plan` as never, plan)
  }
  expect(await year.ask(clerk, HAND_IN, handIn)).toEqual({ count: problems.length, units: 1 })
  expect(await year.refused(lead, VET, vet('committee'))).toBe('problemBodyUnknown')
  expect(await year.refused(clerk, VET, vet('committee'))).toBe('notAllowed')
  const itself = { ...vet('committee'), params: { unit: leadUnit } }
  expect(await year.refused(lead, VET, itself)).toBe('problemOwnUnit')
  await year.ask(lead, VET, vet('leadUnit', 'return'))
  expect(await year.refused(clerk, HAND_IN, handIn)).toBe('problemPlansUnchanged')
  const { id, revision } = (await own(clerk))[0]!
  const better = { params: { unit, problem: id }, body: { ...PLAN, cause: '分工不明', revision } }
  await year.ask(clerk, `PUT ${AT}/:problem/plan` as never, better)
  await year.ask(clerk, HAND_IN, handIn)
  await year.ask(lead, VET, vet('leadUnit'))
  expect(
    await year.refused(lead, VET, {
      ...vet('leadUnit'),
      body: { ...vet('leadUnit').body, problems: [problems[0]!.id] },
    }),
  ).toBe('problemSignedAlready')
  await year.ask(reviewer, VET, vet('committee'))
  expect(new Set((await own(clerk)).map(one => one.standing))).toEqual(new Set(['inProgress']))
})

test('五（二） progress and completion cite the ledger; somebody else checks; two at one problem are told', async () => {
  const [first, other] = await own(clerk)
  const { entries } = await year.ask(clerk, 'GET /api/years/:year/units/:unit/entries', { params: { unit } })
  const entry = entries.find(one => one.state === 'inForce')!
  const evidence = { text: '已补开', entries: [entry.id], files: [] }
  const strange = { ...evidence, entries: ['00000000-0000-4000-8000-000000000000'] }
  expect(await refusedStep(clerk, first!.id, 'progress', strange)).toBe('problemEntryUnknown')
  await step(clerk, first!.id, 'progress', evidence)
  const early = { until: '2019-03-01', reason: '等待换届' }
  expect(await refusedStep(clerk, first!.id, 'extension', early)).toBe('problemExtensionEarlier')
  await step(clerk, first!.id, 'extension', { ...early, until: '2019-05-31' })
  await step(lead, first!.id, 'extension/answer', { outcome: 'granted', reason: '属实' })
  await step(clerk, first!.id, 'extension', { ...early, until: '2019-06-30' })
  const later = { ...early, until: '2019-07-31' }
  expect(await refusedStep(clerk, first!.id, 'extension', later)).toBe('problemExtensionOpen')
  // What is done needs no later day: the request lapses, and nobody waits for its answer.
  expect(await step(clerk, first!.id, 'claim', evidence)).toMatchObject({ standing: 'claimed' })
  expect(await at(lead, first!.id)).not.toHaveProperty('extensionUntil')
  const check = { how: 'onSite', outcome: 'returned', text: '只补了两次' }
  const { revision } = await at(clerk, first!.id)
  await step(lead, first!.id, 'check', check)
  const stale = { params: { unit, problem: first!.id }, body: { ...check, revision } }
  expect(await year.refused(reviewer, `POST ${AT}/:problem/check` as never, stale)).toBe('staleRevision')
  await step(clerk, first!.id, 'claim', evidence)
  const good = { ...check, outcome: 'confirmed', text: '查看记录，已补齐' }
  const { revision: now } = await at(clerk, first!.id)
  const asked = { params: { unit, problem: first!.id }, body: { ...good, revision: now } }
  const CHECK = `POST ${AT}/:problem/check` as typeof ONE
  const both = await Promise.all([year.refused(lead, CHECK, asked), year.refused(reviewer, CHECK, asked)])
  expect(both.toSorted()).toEqual(['staleRevision', undefined])
  expect(await refusedStep(clerk, first!.id, 'claim', evidence)).toBe('problemLocked')
  const done = await at(clerk, first!.id)
  expect(done).toMatchObject({ standing: 'confirmed', deadline: '2019-05-31' })
  expect(done.steps.map(({ kind }) => kind)).toEqual([
    'drafted',
    'reviewed',
    'reviewed',
    'sent',
    'received',
    ...(done.objection === 'none' ? [] : ['objected', 'answered']),
    'handedIn',
    'planReturned',
    'handedIn',
    'vetted',
    'vetted',
    'progress',
    'extensionAsked',
    'extensionAnswered',
    'extensionAsked',
    'claimed',
    'checked',
    'claimed',
    'checked',
  ])
  expect(done.steps.find(({ kind }) => kind === 'progress')!.entries).toEqual([
    expect.objectContaining({ id: entry.id, title: entry.title }),
  ])
  expect(await refusedStep(clerk, other!.id, 'check', check)).toBe('notAllowed')
})

test('六（一） next year looks back upon each problem once; a problem confirmed meanwhile is settled there, too', async () => {
  const BACK = 'POST /api/years/:year/look-back'
  const next = { params: { year: 2019 }, body: {} }
  expect(await year.refused(year.committee, BACK, { body: {} })).toBe('yearSealed')
  const { scheme } = await year.ask(year.committee, 'GET /api/years/:year')
  const from = { params: { version: scheme!.version }, body: { cycle: 2019 } }
  const draft = await year.ask(year.committee, 'POST /api/schemes/:version/drafts', from)
  const promulgate = { params: { version: draft.version }, body: { revision: draft.revision } }
  await year.ask(year.committee, 'POST /api/schemes/:version/promulgation', promulgate)
  const body = { year: 2019, version: draft.version, roster: 'last' }
  await year.ask(year.committee, 'POST /api/years', { body })
  const listed = await year.ask(year.committee, 'POST /api/years/:year/remedies/from-last-year', next)
  const { count } = await year.ask(year.committee, BACK, next)
  expect(count).toBeGreaterThan(20)
  expect(await year.refused(year.committee, BACK, next)).toBe('problemsNone')
  const [open] = (await own(clerk)).filter(one => one.standing === 'inProgress')
  const back = async () =>
    (
      await year.ask(year.committee, 'GET /api/years/:year/remedies', { params: { year: 2019 } })
    ).items.filter(one => one.unit === unit)
  // A row that lost points stands for the problem of that row: one list, not two.
  const rows = (await back()).flatMap(({ row }) => row ?? [])
  expect([listed.added > 0, new Set(rows).size]).toEqual([true, rows.length])
  const followed = (await back()).find(({ follows }) => follows === open!.id)!
  const byHand = { measure: '另写', state: 'done', result: '已改', entries: [], revision: followed.revision }
  expect(
    await year.refused(clerk, 'POST /api/years/:year/units/:unit/remedies/:remedy', {
      params: { year: 2019, unit, remedy: followed.id },
      body: { ...byHand, files: [] },
    }),
  ).toBe('remedyFollows')
  await step(clerk, open!.id, 'extension', { until: '2019-08-31', reason: '须待经费到位' })
  await step(lead, open!.id, 'extension/answer', { outcome: 'granted', reason: '同意' })
  expect((await back()).find(({ follows }) => follows === open!.id)).toMatchObject({
    measure: PLAN.remedy,
    deadline: '2019-08-31',
    state: 'inHand',
  })
  await step(clerk, open!.id, 'claim', { text: '已补齐', entries: [], files: [] })
  await step(lead, open!.id, 'check', { how: 'papers', outcome: 'confirmed', text: '资料齐全' })
  expect((await back()).filter(one => one.state === 'done').map(one => one.result)).toEqual(
    expect.arrayContaining(['资料齐全', '上年度问题，已复查销号']),
  )
  const board = await year.ask(year.committee, 'GET /api/years/:year/problem-board')
  expect(board.units.reduce((sum, one) => sum + one.total, 0)).toBe(
    board.columns.reduce((sum, one) => sum + one.count, 0),
  )
})
