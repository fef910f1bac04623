import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentKinds } from '../../../src/contract/documents/documentKinds.ts'
import { checkStyle } from '../../../src/files/documents/style/checkStyle.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { openWorkbook } from '../../../src/files/xlsx/openWorkbook.ts'
import { readWord } from '../../../src/files/word/readWord.ts'
import { describeWays } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { upholdObjections } from '../upholdObjections.ts'
import { plan } from '../meetings/heldMeeting.ts'

const AT = '/api/years/2018'

interface Result {
  readonly unit: string
  readonly name: string
  readonly composite: string
  readonly gradeName: string
  readonly place: number
}

interface Document {
  readonly id: string
  readonly kind: string
  readonly unit?: string
  readonly unitName?: string
  readonly title: string
}

/** What the pages of other rooms say, for comparison with what a document says. */
interface Known {
  readonly ask: (route: string) => Promise<Record<string, never>>
  readonly one: Document
}

const get = async ({ ask }: Known, route: string) => ask(`GET ${AT}${route}`)

/** The sentences and figures that a document of each kind has to say, taken from the pages of the rooms that hold them. */
const SAYS: Readonly<Record<string, (known: Known) => Promise<readonly string[]>>> = {
  async reminder(known) {
    const { late } = (await get(known, '/due')) as never as { late: { due?: string }[] }
    expect(late.length).toBeGreaterThan(0)
    return ['2018年12月24日', '项工作已过办理期限']
  },
  async drawCertificate(known) {
    const { draws } = (await get(known, '/draws')) as never as {
      draws: { state: string; quarter: number; digest: string; seed: string; units: number }[]
    }
    const quarter = Number(/第(\d)季度/.exec(known.one.title)![1])
    const held = draws.filter(one => one.state === 'drawn' && one.quarter === quarter)
    expect(held.length).toBeGreaterThan(0)
    return [`第${quarter}季度`, held[0]!.digest, held[0]!.seed, `涉及${held[0]!.units}个单位`]
  },
  async inspectionSheet(known) {
    const { sheets } = (await get(known, '/sheets')) as never as {
      sheets: { sheet: string; unit: string; roundName: string; findings: number; inspectors: string[] }[]
    }
    const listed = sheets.find(one => one.unit === known.one.unit && known.one.title.includes(one.roundName))!
    const sheet = (await get(known, `/sheets/${listed.sheet}`)) as never as {
      rows: { ruleText: string; cost: string }[]
    }
    return [
      listed.roundName,
      listed.inspectors.join('、'),
      ...sheet.rows.flatMap(row => [row.ruleText, row.cost]),
    ]
  },
  async surveyCommission(known) {
    const { surveys } = (await get(known, '/surveys')) as never as {
      surveys: { title: string; surveyor: string; planned: number; units: number }[]
    }
    const survey = surveys.find(({ title }) => known.one.title.includes(title))!
    return [survey.surveyor, `涉及${survey.units}个单位`, `计划完成${survey.planned}份`]
  },
  async surveyReport(known) {
    const { surveys } = (await get(known, '/surveys')) as never as {
      surveys: { id: string; stage: string }[]
    }
    const { id } = surveys.find(({ stage }) => stage === 'accepted')!
    const { units } = (await get(known, `/surveys/${id}/analysis`)) as never as {
      units: { valid: number; name: string; mean?: { value: number } }[]
    }
    const valid = units.reduce((sum, one) => sum + one.valid, 0)
    return [
      `计分答卷${valid}份`,
      ...units.flatMap(one => (one.mean === undefined ? [] : [one.name, one.mean.value.toFixed(2)])),
    ]
  },
  async meetingNotice(known) {
    const { meetings } = (await get(known, '/meetings')) as never as {
      meetings: { name: string; rehearsal: boolean; elsewhere: boolean; speakers: number }[]
    }
    const meeting = meetings.find(one => !one.rehearsal && !one.elsewhere)!
    return [meeting.name, '2018年12月25日', plan.place, '每人不超过8分钟', '12人', '20人']
  },
  async minutes() {
    return ['计票二', '监票二', '没有用本系统召开', '95', '19']
  },
  async countSheet() {
    return ['95.00分6票', '计票人：', '95', '19']
  },
  async groupReport(known) {
    const results = await resultsOf(known)
    return [`共${results.length}名`, ...results.flatMap(one => [one.name, one.composite, one.gradeName])]
  },
  async approvalSheet(known) {
    return [`${(await resultsOf(known)).length}名`, '第1次封存', '同意这一结果。']
  },
  async feedback(known) {
    const result = (await resultsOf(known)).find(({ unit }) => unit === known.one.unit)!
    return [`综合得分${result.composite}分`, `第${result.place}名`, `“${result.gradeName}”`]
  },
  async issueList(known) {
    const own = await problemsOf(known)
    return [`下列${own.length}个问题`, ...own.map(({ text }) => text)]
  },
  async rectification(known) {
    const own = await problemsOf(known)
    const confirmed = own.filter(({ standing }) => standing === 'confirmed').length
    return [`${own.length}个问题已销号${confirmed}个`, ...own.map(({ text }) => text)]
  },
  async consequenceNotice(known) {
    return (await consequencesOf(known)).map(({ name }) => name)
  },
  async talkRecord(known) {
    const talk = (await consequencesOf(known)).find(({ measure }) => measure?.includes('谈'))!
    return [talk.personName, talk.name, ...talk.years.map(({ cycle }) => String(cycle))]
  },
  async reassignment(known) {
    const proposal = (await consequencesOf(known)).find(({ measure }) => measure?.includes('调整'))!
    return [proposal.personName, ...proposal.years.map(one => `${one.cycle}年度`)]
  },
  async transmittal(known) {
    const { rows } = (await get(known, '/consequences')) as never as { rows: Consequence[] }
    const total = rows.reduce((sum, { deduction = 0 }) => sum + deduction, 0)
    const results = await resultsOf(known)
    return [`${results.length}个单位`, `合计扣${total.toFixed(2)}分`, ...results.map(one => one.name)]
  },
  async publicNotice(known) {
    const result = (await resultsOf(known)).find(({ unit }) => unit === known.one.unit)!
    return ['2018年12月24日至2018年12月30日，共7天', `${result.composite}分`]
  },
}

interface Consequence {
  readonly unit: string
  readonly name: string
  readonly personName: string
  readonly measure?: string
  readonly deduction?: number
  readonly years: readonly { readonly cycle: number }[]
}

async function consequencesOf(known: Known): Promise<readonly Consequence[]> {
  const { rows } = (await get(known, '/consequences')) as never as { rows: Consequence[] }
  return rows.filter(({ unit }) => unit === known.one.unit)
}

async function resultsOf(known: Known): Promise<readonly Result[]> {
  const { rows } = (await get(known, '/ranking')) as never as {
    rows: {
      unit: string
      name: string
      composite: number
      grade: { name: string }
      standing: { place: number }
    }[]
  }
  return rows.map(({ unit, name, composite, grade, standing }) => ({
    unit,
    name,
    composite: composite.toFixed(2),
    gradeName: grade.name,
    place: standing.place,
  }))
}

async function problemsOf(known: Known) {
  const { problems } = (await get(known, '/problems')) as never as {
    problems: { unit: string; text: string; standing: string }[]
  }
  return problems.filter(({ unit, standing }) => unit === known.one.unit && standing !== 'drafted')
}

describeWays('every kind of document from the demo year', open => {
  let office: Office
  let committee: Visitor
  const issuer = randomUUID()
  const ask = async (route: string) => (await committee.ask(route)).body as Record<string, never>

  beforeAll(async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    committee = await office.someone('kaohe', [{ role: 'committee' }])
    const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
    const send = async (route: string, body: object) => {
      const said = await committee.ask(route, { body })
      expect(said.status, `${route}: ${said.text}`).toBe(200)
      return said.body
    }
    const names = ['中共示范州直属机关工作委员会']
    await send(`PUT /api/documents/issuers/${issuer}`, { names, word: '州直工发', imprint: '', revision: 0 })
    const refusalOf = async (kind: string, unit?: string) =>
      (await committee.ask(`POST ${AT}/documents`, { body: { kind, unit, all: unit === undefined } })).body
        .code
    expect(await refusalOf('countSheet')).toBe('nothingToDraft')
    await holdMeetings(office, committee)
    await upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body)
    const { revision } = (await committee.ask(`GET ${AT}`)).body
    await send(`POST ${AT}/seals`, { revision })
    await leading.ask(`POST ${AT}/seals/1/approve`, { body: { opinion: '同意这一结果。' } })
    await send(`POST ${AT}/release`, { seal: 1 })
    const rows = await resultsOf({ ask, one: {} as never })
    expect(await refusalOf('publicNotice', rows[0]!.unit)).toBe('notPublished')
    expect(await refusalOf('publicNotice')).toBe('nothingToDraft')
    for (const [kind, code] of Object.entries(REFUSED)) {
      const codes: unknown[] = []
      for (const { unit } of rows) {
        codes.push(await refusalOf(kind, unit))
        if (codes.at(-1) !== undefined) break
      }
      expect(codes.at(-1), kind).toBe(code)
      await dropDrafts(committee)
    }
    const parts = ['report', 'ballots', 'grade', 'place', 'composite']
    const published = { parts, from: '2018-12-24', to: '2018-12-30', comments: 'off', revision: 0 }
    await committee.ask(`PUT ${AT}/publication`, { body: published })
    await send(`POST ${AT}/publication/release`, { revision: 1 })
  }, 240_000)

  afterAll(() => office.close())

  test.each(documentKinds.map(({ id, name }) => [id, name]))(
    '%s %s says what the rooms say, without an empty place and without a fault of style',
    async (kind, name) => {
      const drafted = await committee.ask(`POST ${AT}/documents`, { body: { kind, all: true } })
      expect(drafted.status, drafted.text).toBe(200)
      expect(drafted.body['made']).toBeGreaterThan(0)
      const { documents } = (await committee.ask(`GET ${AT}/documents`)).body as never as {
        documents: Document[]
      }
      const own = documents.filter(document => document.kind === kind)
      const one = kind === 'inspectionSheet' ? await withFindings(ask, own) : own[0]!
      const shown = (await committee.ask(`GET ${AT}/documents/${one.id}`)).body
      expect(shown['whyNot'], name).toBeUndefined()
      const issue = (revision: number) =>
        committee.ask(`POST ${AT}/documents/${one.id}/issue`, {
          body: { issuer, day: '2018-12-24', revision },
        })
      let issued = await issue(1)
      if (kind === 'reassignment') {
        expect(issued.body.code).toBe('addresseeWanted')
        const edits = { title: '', copyTo: '', attachments: '', signer: '', note: '' }
        const body = { ...edits, addressee: '中共示范州委', revision: 1 }
        await committee.ask(`PUT ${AT}/documents/${one.id}`, { body })
        issued = await issue(2)
      }
      expect(issued.status, issued.text).toBe(200)
      const file = await committee.ask(`GET ${AT}/documents/${one.id}/file.docx`)
      const read = await readWord('公文.docx', file.raw)
      if (!('parts' in read)) throw new Error(read.code)
      const lines = read.parts.map(part =>
        part.kind === 'paragraph' ? part.text : part.rows.map(row => row.join('|')).join('\n'),
      )
      const text = lines.join('\n')
      for (const said of await SAYS[kind]!({ ask, one })) expect(text).toContain(said)
      expect(text).not.toMatch(/[{}｛｝]|undefined|null|NaN|“”|（）|，，|。。|第名|共名|列第名/)
      expect(checkStyle('公文.docx', file.raw)).toEqual([])
    },
  )

  test('五（三） the transmittal goes as a workbook, too, and its receipt is entered once, within its days', async () => {
    const { documents } = (await committee.ask(`GET ${AT}/documents`)).body as never as {
      documents: Document[]
    }
    const one = documents.find(({ kind }) => kind === 'transmittal')!
    const at = `${AT}/documents/${one.id}`
    const book = openWorkbook(new Uint8Array((await committee.ask(`GET ${at}/table.xlsx`)).raw))
    if (isRefusal(book)) throw new Error(book.code)
    const cells = JSON.stringify(book.sheets.flatMap(sheet => [...sheet.rows()]))
    for (const said of ['折算分', ...(await resultsOf({ ask, one })).map(({ name }) => name)])
      expect(cells).toContain(said)
    const receive = (receivedOn: string, id = one.id) =>
      committee.ask(`POST ${AT}/documents/${id}/receipt`, {
        body: { receiver: '绩效办钱七', receivedOn, note: '' },
      })
    const waits = async () => (await committee.ask(`GET ${AT}/due`)).text.includes('还没有登记回执')
    expect((await receive('2018-12-23')).body.code).toBe('receiptDayWrong')
    const other = documents.find(({ kind }) => kind === 'groupReport')!
    expect((await receive('2018-12-24', other.id)).body.code).toBe('notFound')
    expect((await committee.ask(`GET ${AT}/documents/${other.id}/table.xlsx`)).body.code).toBe('notFound')
    expect(await waits()).toBe(true)
    const both = await Promise.all([receive('2018-12-24'), receive('2018-12-24')])
    expect(both.map(({ body }) => body.code).toSorted()).toEqual(['receiptThere', undefined])
    expect(await waits()).toBe(false)
    expect((await committee.ask(`GET ${at}`)).body).toMatchObject({
      receipt: { receiver: '绩效办钱七', receivedOn: '2018-12-24' },
      wantsReceipt: false,
    })
  })
})

/** Why a unit of the demo year gets no document of a kind. */
const REFUSED = {
  reminder: 'nothingLate',
  issueList: 'noProblemsSent',
  rectification: 'noPlanHandedIn',
  talkRecord: 'noSuchConsequence',
  reassignment: 'noSuchConsequence',
}

async function dropDrafts(committee: Visitor): Promise<void> {
  const { documents } = (await committee.ask(`GET ${AT}/documents`)).body as never as {
    documents: Document[]
  }
  for (const { id } of documents) await committee.ask(`DELETE ${AT}/documents/${id}`)
}

/** Finds a sheet on which something was found. */
async function withFindings(ask: Known['ask'], own: readonly Document[]): Promise<Document> {
  const { sheets } = (await ask(`GET ${AT}/sheets`)) as never as {
    sheets: { unit: string; roundName: string; findings: number }[]
  }
  const full = sheets.filter(({ findings }) => findings > 1)
  return own.find(one =>
    full.some(({ unit, roundName }) => unit === one.unit && one.title.includes(roundName)),
  )!
}

/** Plans the meeting of the committee, and enters the count of one that a lead unit held by other means. */
async function holdMeetings(office: Office, committee: Visitor): Promise<void> {
  const { plannable } = (await committee.ask(`GET ${AT}/meetings`)).body as never as {
    plannable: { kind: string; lead?: string; units: { id: string }[] }[]
  }
  const planned = await committee.ask(`POST ${AT}/meetings`, { body: { kind: 'committee', ...plan } })
  expect(planned.status, planned.text).toBe(200)
  const { lead, units } = plannable.find(one => one.lead !== undefined)!
  const clerk = await office.someone('qiantoudanwei', [{ role: 'leadUnit', unit: lead }])
  const upload = await clerk.ask('POST /api/files?name=计票表.png', {
    body: Buffer.from(PIXEL, 'base64'),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const entered = await clerk.ask(`POST ${AT}/meetings-elsewhere`, {
    body: {
      kind: 'members',
      lead,
      heldOn: '2018-12-20',
      place: '会议室',
      teller: '计票二',
      scrutineer: '监票二',
      counts: [
        {
          unit: units[0]!.id,
          voterClasses: ['delegate'],
          marks: [{ mark: 95, times: 6 }],
          voided: 0,
          abstained: 0,
        },
      ],
      files: [{ file: upload.body['file'], name: '计票表.png' }],
    },
  })
  expect(entered.status, entered.text).toBe(200)
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
