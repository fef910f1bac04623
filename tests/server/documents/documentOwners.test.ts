import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWays } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { upholdObjections } from '../upholdObjections.ts'
import type { Document } from './whatKindsSay.ts'

const AT = '/api/years/2018/documents'
const EDITS = { title: '', addressee: '', copyTo: '', attachments: '', signer: '赵六', note: '' }

describeWays('each party issues documents of its own kinds under numbers of its own', open => {
  let office: Office
  let committee: Visitor
  let unit: Visitor
  let lead: Visitor
  let other: Visitor
  let surveyor: Visitor
  const [issuer, own] = [randomUUID(), randomUUID()]

  const keep = (who: Visitor, id: string, word: string) =>
    who.ask(`PUT /api/documents/issuers/${id}`, {
      body: { names: ['某机关'], word, imprint: '', revision: 0 },
    })
  const draft = async (who: Visitor, kind: string, body: object = {}) =>
    (await who.ask(`POST ${AT}`, { body: { kind, ...body } })).body
  const issue = (who: Visitor, id: unknown, by: string, revision = 1) =>
    who.ask(`POST ${AT}/${String(id)}/issue`, { body: { issuer: by, day: '2018-12-24', revision } })
  const list = async (who: Visitor) =>
    (await who.ask(`GET ${AT}`)).body as never as {
      documents: (Document & { standing: string; number?: string })[]
      kinds: { kind: string; mine: boolean }[]
    }
  const kindsOf = async (who: Visitor) =>
    (await list(who)).kinds.filter(({ mine }) => mine).map(({ kind }) => kind)

  beforeAll(async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    committee = await office.someone('kaohe', [{ role: 'committee' }])
    expect((await keep(committee, issuer, '州直工发')).status).toBe(200)
    await draft(committee, 'rectification', { all: true })
    const planned = (await list(committee)).documents.filter(({ kind }) => kind === 'rectification')
    const { rows: units } = await office.context.db.execute<{ id: string; leadUnit: string | null }>(
      sql`select id, lead_unit as "leadUnit" from roster_unit where year = 2018 order by id`,
    )
    const member = units.find(({ id, leadUnit }) => leadUnit && planned.some(one => one.unit === id))!
    unit = await office.someone('danwei', [{ role: 'unit', unit: member.id }])
    lead = await office.someone('qiantou', [{ role: 'leadUnit', unit: member.leadUnit! }])
    const stranger = units.find(({ id }) => id !== member.leadUnit && !planned.some(one => one.unit === id))!
    other = await office.someone('bieren', [{ role: 'unit', unit: stranger.id }])
    surveyor = await office.someone('diaocha', [{ role: 'surveyor' }])
  })

  afterAll(() => office.close())

  test('四（五） a unit hands in its plan under a number of its own; nobody else sees or moves the draft', async () => {
    const meetings = ['meetingNotice', 'minutes', 'countSheet']
    expect(await kindsOf(unit)).toEqual(['planReport', 'publicNotice'])
    expect(await kindsOf(lead)).toEqual([...meetings, 'planReport', 'publicNotice'])
    // A unit seals nothing: it is told to wait, and led nowhere.
    const { kinds } = (await unit.ask(`GET ${AT}/open`)).body as never as { kinds: { kind: string }[] }
    expect(kinds.find(({ kind }) => kind === 'publicNotice')).toEqual({
      kind: 'publicNotice',
      open: 0,
      whyNot: expect.stringContaining('还没有审定'),
    })
    expect(await draft(unit, 'feedback')).toMatchObject({ code: 'notFound' })
    expect(await draft(committee, 'planReport')).toMatchObject({ code: 'notFound' })
    expect(await draft(other, 'planReport')).toMatchObject({ code: 'noPlanHandedIn' })
    const { document: id } = await draft(unit, 'planReport', { all: true })
    const at = `${AT}/${String(id)}`
    for (const who of [committee, lead, other]) {
      expect((await who.ask(`GET ${at}`)).body.code).toBe('notFound')
      expect((await who.ask(`PUT ${at}`, { body: { ...EDITS, revision: 1 } })).body.code).toBe('notFound')
      expect((await who.ask(`DELETE ${at}`)).body.code).toBe('notFound')
      expect((await issue(who, id, issuer)).body.code).toBe('notFound')
    }
    expect((await unit.ask(`GET ${at}`)).body).toMatchObject({
      mine: true,
      defaults: { addressee: '某机关' },
    })

    expect((await keep(unit, issuer, '州林党发')).body.code).toBe('notFound')
    expect((await keep(unit, own, '州直工发')).body.code).toBe('issuerWordTaken')
    expect((await keep(unit, own, '州林党发')).status).toBe(200)
    const { issuers } = (await unit.ask('GET /api/documents/issuers')).body as never as { issuers: object[] }
    expect(issuers).toMatchObject([{ id: own, last: 0 }])
    expect((await issue(unit, id, issuer)).body.code).toBe('notFound')
    expect((await unit.ask(`PUT ${at}`, { body: { ...EDITS, revision: 1 } })).status).toBe(200)
    expect((await issue(unit, id, own, 2)).body).toMatchObject({ number: '州林党发〔2018〕1号' })
    for (const who of [committee, lead]) {
      expect((await list(who)).documents.some(one => one.id === id)).toBe(true)
      expect((await who.ask(`GET ${at}`)).body).toMatchObject({ mine: false, number: '州林党发〔2018〕1号' })
    }
    expect((await list(other)).documents).toEqual([])
    const reason = { body: { reason: '责任人有变' } }
    expect((await committee.ask(`POST ${at}/correct`, reason)).body.code).toBe('notFound')
    expect((await unit.ask(`POST ${at}/correct`, reason)).status).toBe(200)
    expect((await unit.ask('GET /api/years/2018/due')).text).toContain('印发“整改方案报告”1份')
    expect((await committee.ask('GET /api/years/2018/due')).text).not.toContain('“整改方案报告”')
  })

  test('四（三） the surveyor receives the commission letter and issues the report of the survey', async () => {
    expect(await kindsOf(surveyor)).toEqual(['surveyReport'])
    expect((await list(surveyor)).documents).toEqual([])
    await draft(committee, 'surveyCommission')
    const letter = (await list(committee)).documents.find(({ kind }) => kind === 'surveyCommission')!
    expect((await issue(committee, letter.id, issuer)).status).toBe(200)
    expect((await list(surveyor)).documents.map(({ id }) => id)).toEqual([letter.id])
    const { document: report } = await draft(surveyor, 'surveyReport')
    const register = randomUUID()
    expect((await keep(surveyor, register, '州统函')).status).toBe(200)
    expect((await issue(surveyor, report, register)).body).toMatchObject({ number: '州统函〔2018〕1号' })
  })

  test('四（五） a letter that rests on results is shown to its unit after the release, a reminder at once', async () => {
    await upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body)
    const { revision } = (await committee.ask('GET /api/years/2018')).body
    await committee.ask('POST /api/years/2018/seals', { body: { revision } })
    const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
    await leading.ask('POST /api/years/2018/seals/1/approve', { body: {} })
    const late = await draft(committee, 'reminder', { all: true })
    expect(late['made']).toBeGreaterThan(0)
    const reminder = (await list(committee)).documents.find(({ kind }) => kind === 'reminder')!
    const late1 = await office.someone('chidao', [{ role: 'unit', unit: reminder.unit! }])
    await issue(committee, reminder.id, issuer)
    const { document: letter } = await draft(committee, 'feedback', { unit: reminder.unit })
    expect((await issue(committee, letter, issuer)).status).toBe(200)
    const seen = async () =>
      (await list(late1)).documents
        .flatMap(({ id, standing }) => (standing === 'draft' ? [] : [id]))
        .toSorted()
    expect(await seen()).toEqual([reminder.id])
    expect((await late1.ask(`GET ${AT}/${String(letter)}`)).body.code).toBe('notFound')
    await committee.ask('POST /api/years/2018/release', { body: { seal: 1 } })
    expect(await seen()).toEqual([reminder.id, String(letter)].toSorted())
    expect((await late1.ask(`GET ${AT}/${String(letter)}/file.docx`)).status).toBe(200)
  })

  test('五（四） a proposal about a secretary is not for the unit or its lead unit to read', async () => {
    await draft(committee, 'reassignment', { all: true })
    const proposal = (await list(committee)).documents.find(({ kind }) => kind === 'reassignment')!
    const at = `${AT}/${proposal.id}`
    await committee.ask(`PUT ${at}`, { body: { ...EDITS, addressee: '中共示范州委', revision: 1 } })
    expect((await issue(committee, proposal.id, issuer, 2)).status).toBe(200)
    const clerk = await office.someone('benren', [{ role: 'unit', unit: proposal.unit! }])
    const head = await office.someone('shuji', [{ role: 'secretary', unit: proposal.unit! }])
    for (const who of [clerk, head]) {
      expect((await list(who)).documents.some(({ id }) => id === proposal.id)).toBe(false)
      expect((await who.ask(`GET ${at}/file.docx`)).body.code).toBe('notFound')
    }
    const auditor = await office.someone('jiandu', [{ role: 'auditor' }])
    expect((await auditor.ask(`GET ${at}/file.docx`)).status).toBe(200)
  })
})
