import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentKinds, findKind } from '../../../src/contract/documents/documentKinds.ts'
import { checkStyle } from '../../../src/files/documents/style/checkStyle.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { openWorkbook } from '../../../src/files/xlsx/openWorkbook.ts'
import { readWord } from '../../../src/files/word/readWord.ts'
import { describeWays } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { upholdObjections } from '../upholdObjections.ts'
import { fileOf, finished } from '../finished.ts'
import { type Document, type Known, resultsOf, SAYS } from './whatKindsSay.ts'
import { plan } from '../meetings/heldMeeting.ts'

const AT = '/api/years/2018'

describeWays('every kind of document from the demo year', open => {
  let office: Office
  let committee: Visitor
  const issuer = randomUUID()
  const ask = async (route: string) => (await committee.ask(route)).body as Record<string, never>

  beforeAll(async () => {
    office = await openOffice(await open())
    await layDemoYear(office.context, 40)
    await forgetFollowUp(office, 'admonitoryTalk')
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
    const kinds = await openKinds(ask)
    expect(kinds.get('countSheet')).toEqual({
      open: 0,
      whyNot: '还没有计票的述职测评会议',
      source: { page: 'debriefs', name: '述职测评会议' },
    })
    expect(kinds.get('feedback')).toMatchObject({ whyNot: expect.stringContaining('还没有审定') })
    expect(kinds.get('drawCertificate')!.open).toBeGreaterThan(0)
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
    const { rows: met } = (await ask(`GET ${AT}/consequences`)) as never as {
      rows: { unit: string; rule: string; follows: string[] }[]
    }
    const talks = met.filter(({ rule }) => rule === 'admonitoryTalk')
    expect(talks[0]!.follows).toEqual(['talk', 'proposal'])
    expect(await refusalOf('talkRecord', talks[0]!.unit)).toBe('followUpUndecided')
    const talk = { who: '州委常委周某', day: '2018-12-24', place: '州委', revision: 0 }
    await committee.ask(`PUT ${AT}/units/${talks[0]!.unit}/consequences/admonitoryTalk/talk`, { body: talk })
    expect(await refusalOf('reassignment', talks[0]!.unit)).toBe('noSuchConsequence')
    const parts = ['report', 'ballots', 'grade', 'place', 'composite']
    const published = { parts, from: '2018-12-24', to: '2018-12-30', comments: 'off', revision: 0 }
    await committee.ask(`PUT ${AT}/publication`, { body: published })
    await send(`POST ${AT}/publication/release`, { revision: 1 })
  })

  afterAll(() => office.close())

  test.each(documentKinds.map(({ id, name }) => [id, name]))(
    '%s %s says what the rooms say, without an empty place and without a fault of style',
    async (kind, name) => {
      const ofUnits = !findKind(kind)!.issuedBy.includes('committee')
      const [who, by] = ofUnits ? await planner(office, committee) : [committee, issuer]
      const drafted = await who.ask(`POST ${AT}/documents`, { body: { kind, all: true } })
      expect(drafted.status, drafted.text).toBe(200)
      // Many are drafted in the background, and a list says so.
      const { made, job } = drafted.body as { made?: number; job?: string }
      expect(job === undefined).toBe(kind !== 'inspectionSheet')
      if (job !== undefined) {
        expect(await finished(who, job)).toMatchObject({ state: 'done' })
        expect((await who.ask(`GET /api/jobs/${job}/file`)).text).toContain(',已起草')
      } else expect(made).toBeGreaterThan(0)
      const { documents } = (await who.ask(`GET ${AT}/documents`)).body as never as {
        documents: Document[]
      }
      const own = documents.filter(document => document.kind === kind)
      const one = kind === 'inspectionSheet' ? await withFindings(ask, own) : own[0]!
      const shown = (await who.ask(`GET ${AT}/documents/${one.id}`)).body
      expect(shown['whyNot'], name).toBeUndefined()
      const issue = (revision: number) =>
        who.ask(`POST ${AT}/documents/${one.id}/issue`, {
          body: { issuer: by, day: '2018-12-24', revision },
        })
      let issued = await issue(1)
      const lacks = LACKS[kind]
      if (lacks !== undefined) {
        expect(issued.body.code).toBe(lacks.code)
        const issueAll = () =>
          who.ask(`POST ${AT}/documents/issue`, { body: { kind, issuer: by, day: '2018-12-24' } })
        // Where nothing can be issued, the reason comes at once.
        expect((await issueAll()).body.code).toBe(lacks.code)
        const edits = { title: '', addressee: '', copyTo: '', attachments: '', signer: '', note: '' }
        await who.ask(`PUT ${AT}/documents/${one.id}`, { body: { ...edits, ...lacks.edits, revision: 1 } })
        // Among many, what lacks something is left out, and the list says why.
        if (own.length > 1) {
          const { message } = issued.body
          issued = await issueAll()
          expect((await fileOf(who, issued.body['job'])).toString('utf8')).toContain(message)
        } else issued = await issue(2)
      }
      expect(issued.status, issued.text).toBe(200)
      const file = await who.ask(`GET ${AT}/documents/${one.id}/file.docx`)
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

  test('what is drafted is no longer offered; nothing is missing', async () => {
    const kinds = await openKinds(ask)
    expect([...kinds.keys()]).toEqual(OURS)
    expect([...kinds.values()]).toEqual(OURS.map(() => ({ open: 0 })))
  })

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
    const waits = async () => (await committee.ask(`GET ${AT}/due`)).text.includes('”的回执')
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

/** What a draft of a kind lacks before it may be issued. */
const LACKS: Readonly<Record<string, { readonly code: string; readonly edits: object } | undefined>> = {
  reassignment: { code: 'addresseeWanted', edits: { addressee: '中共示范州委' } },
  groupReport: { code: 'signerWanted', edits: { signer: '王五' } },
  planReport: { code: 'signerWanted', edits: { signer: '赵六' } },
}

/** The kinds that the committee issues. */
const OURS = documentKinds.filter(({ issuedBy }) => issuedBy.includes('committee')).map(({ id }) => id)

/** A unit that handed in a plan, with its issuing body. */
async function planner(office: Office, committee: Visitor): Promise<readonly [Visitor, string]> {
  const { problems } = (await committee.ask(`GET ${AT}/problems`)).body as never as {
    problems: { unit: string; standing: string }[]
  }
  const { unit } = problems.find(({ standing }) => standing === 'handedIn' || standing === 'inProgress')!
  const [clerk, own] = [await office.someone('danwei', [{ role: 'unit', unit }]), randomUUID()]
  const body = { names: ['州林业局党组'], word: '州林党报', imprint: '', revision: 0 }
  expect((await clerk.ask(`PUT /api/documents/issuers/${own}`, { body })).status).toBe(200)
  return [clerk, own]
}

/** Why a unit of the demo year gets no document of a kind. */
const REFUSED = {
  reminder: 'nothingLate',
  issueList: 'noProblemsSent',
  rectification: 'noPlanHandedIn',
  talkRecord: 'noSuchConsequence',
  reassignment: 'noSuchConsequence',
}

/** Reads by kind how many can be drafted, or what is missing. */
async function openKinds(ask: Known['ask']) {
  const { kinds } = (await ask(`GET ${AT}/documents/open`)) as never as {
    kinds: { kind: string; open: number; whyNot?: string }[]
  }
  return new Map(kinds.map(({ kind, ...rest }) => [kind, rest]))
}

/** Takes out of the scheme what follows a measure, as in schemes written before it could be said. */
async function forgetFollowUp(office: Office, rule: string): Promise<void> {
  await office.context.database.script(async run => {
    const [stored] = await run(
      'select id, document from scheme_version where id = (select scheme_version from cycle where year = 2018)',
    )
    const document = stored!['document'] as { consequences: { id: string; effect: { followUp?: string } }[] }
    delete document.consequences.find(({ id }) => id === rule)!.effect.followUp
    const text = JSON.stringify(document).replaceAll("'", "''")
    const id = randomUUID()
    return run(`set local session_replication_role = replica;
      update scheme_version set id = '${id}', document = '${text}'::json, hash = md5(hash) || md5(document::text) where id = '${String(stored!['id'])}';
      update cycle set scheme_version = '${id}', revision = revision + 1 where year = 2018`)
  })
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
  const planned = await committee.ask(`POST ${AT}/meetings`, {
    body: { kind: 'committee', ...plan, startsAt: '09:30' },
  })
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
          marks: [
            { mark: 88, times: 1 },
            { mark: 96.5, times: 1 },
            { mark: 95, times: 2 },
            { mark: 94, times: 2 },
          ],
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
