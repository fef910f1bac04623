import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { checkCaseFile } from '../../../verify/checkCaseFile.ts'
import { readZip } from '../../../verify/zip.ts'
import type { Day } from '../../../src/domain/kernel/calendar.ts'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { SYSTEM_ACTOR } from '../../../src/server/platform/access/actor.ts'
import { createChange } from '../../../src/server/platform/change/change.ts'
import { listDrafts } from '../../../src/server/rooms/documents/documents.store.ts'
import { prepareIssue } from '../../../src/server/rooms/documents/issueDocument.ts'
import { keepIssues } from '../../../src/server/rooms/documents/keepIssues.ts'
import { shippedTemplate } from '../../../src/files/documents/shippedTemplates.ts'
import { readWord } from '../../../src/files/word/readWord.ts'
import { describeWays } from '../databases.ts'
import { layDemoYear } from '../layDemoYear.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { editDocx } from './editDocx.ts'
import { fileOf, finished } from '../finished.ts'
import { upholdObjections } from '../upholdObjections.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

/** The demo year, sealed; approved as well if asked. */
async function openSealed(database: Parameters<typeof openOffice>[0]) {
  office = await openOffice(database)
  await layDemoYear(office.context, 40)
  const committee = await office.someone('kaohe', [{ role: 'committee' }])
  const leading = await office.someone('lingdao', [{ role: 'leadingGroup' }])
  const seal = async () => {
    const { body } = await committee.ask('GET /api/years/2018/ranking')
    return committee.ask('POST /api/years/2018/seals', { body: { revision: body['revision'] } })
  }
  return { office, committee, leading, seal }
}

const draft = (who: Visitor, body: object) => who.ask('POST /api/years/2018/documents', { body })

async function textOf(bytes: Uint8Array): Promise<string> {
  const read = await readWord('公文.docx', bytes)
  if (!('parts' in read)) throw new Error(read.code)
  return read.parts
    .map(part => (part.kind === 'paragraph' ? part.text : part.rows.map(row => row.join('|')).join('\n')))
    .join('\n')
}

/** Somebody changes one draft of a batch and deletes another while files are made: the batch is made anew, with what was typed. */
async function issueWhileEdited({ context }: Office, committee: Visitor, issuer: string) {
  const kind = 'consequenceNotice'
  const wanted = (await listDrafts(context.db, 2018, kind, 'committee')).slice(0, 3).map(({ id }) => id)
  const at = (nth: number) => `/api/years/2018/documents/${wanted[nth]}`
  const edits = { addressee: '', copyTo: '', attachments: '', signer: '', note: '', revision: 1 }
  const meanwhile = [
    () => committee.ask(`PUT ${at(0)}`, { body: { ...edits, title: '重写的标题' } }),
    () => committee.ask(`DELETE ${at(1)}`),
  ]
  const to = await prepareIssue(context, {
    year: 2018,
    kind,
    owner: 'committee',
    issuer,
    day: '2018-12-24' as Day,
    by: '甲',
  })
  if (isRefusal(to)) throw new Error(to.code)
  const kept = await keepIssues(context.db, createChange(context, SYSTEM_ACTOR), to, {
    isBatch: true,
    async list() {
      const rows = await listDrafts(context.db, 2018, kind, 'committee', wanted)
      expect((await meanwhile.shift()?.())?.status ?? 200).toBe(200)
      return rows
    },
    done: issues => issues.map(({ draft: { id }, record: { title } }) => ({ id, title })),
  })
  expect(kept).toEqual([
    { id: wanted[0], title: '重写的标题' },
    { id: wanted[2], title: '关于2018年度述职评议考核结果运用的通知' },
  ])
  expect(meanwhile).toEqual([])
}

describeWays('五（一）四（五） official documents', open => {
  test('drafted from the seal, issued with number and hash, kept byte for byte, corrected by another one; letters for all units and one archive', async () => {
    const { committee, leading, seal } = await openSealed(await open())
    const issuer = randomUUID()
    const keep = (id: string, word: string, names: readonly string[], revision = 0) =>
      committee.ask(`PUT /api/documents/issuers/${id}`, { body: { names, word, imprint: '', revision } })
    expect((await keep(issuer, '州直工发', [])).body.code).toBe('issuerNamesMissing')
    expect((await keep(issuer, '州直工发', ['中共示范州直属机关工作委员会'])).status).toBe(200)
    expect((await keep(randomUUID(), '州直工发', ['别的机关'])).body.code).toBe('issuerWordTaken')
    for (const wrong of ['<>/\\', '州直 工发', '州直〔工〕'])
      expect((await keep(randomUUID(), wrong, ['别的机关'])).body.code, wrong).toBe('issuerWordWrong')
    expect((await keep(issuer, '州直工函', ['别的机关'])).body.code).toBe('staleRevision')

    expect((await draft(committee, { kind: 'groupReport' })).body).toMatchObject({
      code: 'documentTooEarly',
      message: expect.stringContaining('还没有封存'),
    })
    await upholdObjections(async (route, body) => (await committee.ask(route, body && { body })).body)
    expect((await seal()).status).toBe(200)
    const made = await draft(committee, { kind: 'groupReport' })
    const report = String(made.body['document'])
    expect((await draft(committee, { kind: 'groupReport' })).body).toMatchObject({
      made: 0,
      document: report,
    })
    expect((await draft(committee, { kind: 'feedback', all: true })).body.code).toBe('documentTooEarly')

    const at = `/api/years/2018/documents/${report}`
    const edits = {
      title: '',
      addressee: '',
      copyTo: '州纪委',
      attachments: '',
      signer: '王五',
      note: '补充说明。',
    }
    // A link that was cut: nothing was sent in, and nothing is said of saving.
    expect((await committee.ask(`GET ${at.slice(0, -5)}`)).body.code).toBe('addressInvalid')
    expect((await committee.ask(`PUT ${at}`, { body: { ...edits, revision: 1 } })).body).toEqual({
      revision: 2,
    })
    expect((await committee.ask(`PUT ${at}`, { body: { ...edits, revision: 1 } })).body.code).toBe(
      'staleRevision',
    )
    const shown = await committee.ask(`GET ${at}`)
    expect(shown.body).toMatchObject({ standing: 'draft', edits: { copyTo: '州纪委' } })
    expect(JSON.stringify(shown.body['parts'])).toContain('补充说明。')

    const issue = (id: string, body: object = {}) =>
      committee.ask(`POST /api/years/2018/documents/${id}/issue`, {
        body: { issuer, day: '2018-12-24', revision: 2, ...body },
      })
    expect((await issue(report, { day: '2018-12-25' })).body.code).toBe('issuedInFuture')
    expect((await issue(report, { day: '2017-12-31' })).body.code).toBe('issuedBeforeBasis')
    const issued = await issue(report)
    expect(issued.body).toMatchObject({ number: '州直工发〔2018〕1号' })
    expect((await issue(report)).body.code).toBe('documentIssuedAlready')
    const file = await leading.ask(`GET ${at}/file.docx`)
    expect(createHash('sha256').update(file.raw).digest('hex')).toBe(issued.body['hash'])
    const text = await textOf(file.raw)
    for (const said of ['州直工发〔2018〕1号', '签发人：王五', '抄送：州纪委。', '2018年12月24日印发'])
      expect(text).toContain(said)
    expect((await committee.ask(`DELETE ${at}`)).body.code).toBe('documentIssuedAlready')
    expect((await leading.ask(`GET ${at}`)).body).toMatchObject({
      standing: 'issued',
      issued: { seal: 1, hash: issued.body['hash'] },
    })

    expect((await leading.ask('POST /api/years/2018/seals/1/approve', { body: {} })).status).toBe(200)
    expect((await draft(committee, { kind: 'feedback' })).body.code).toBe('documentUnitWanted')
    expect((await draft(committee, { kind: 'feedback', unit: 'nobody' })).body.code).toBe('unitNotAppraised')
    const all = { kind: 'feedback', issuer, day: '2018-12-24' }
    const issueAll = () => committee.ask('POST /api/years/2018/documents/issue', { body: all })
    const pack = () => committee.ask('POST /api/years/2018/documents/pack', { body: { kind: 'feedback' } })
    expect((await issueAll()).body.code).toBe('noDrafts')
    expect((await pack()).body.code).toBe('nothingIssued')
    const letters = (await draft(committee, { kind: 'feedback', all: true })).body['made'] as number
    expect(letters).toBeGreaterThan(25)
    expect(await finished(committee, (await issueAll()).body['job'])).toMatchObject({ state: 'done' })
    const { documents } = (await committee.ask('GET /api/years/2018/documents')).body as never as {
      documents: { id: string; kind: string; number: string; unit: string; unitName: string }[]
    }
    const numbers = documents
      .map(({ number }) => Number(/(\d+)号/.exec(number)![1]))
      .toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: letters + 1 }, (_, nth) => nth + 1))
    const zip = unzipSync(await fileOf(committee, (await pack()).body['job']))
    expect(Object.keys(zip)).toHaveLength(letters)
    // A letter says what the reviewed list of problems says; where a problem waits for its review, there is no letter.
    const { rows: problems } = await office!.context.db.execute<Record<'unit' | 'text' | 'standing', string>>(
      sql`select unit, text, standing from problem where year = 2018 order by place`,
    )
    const unreviewed = problems.find(({ standing }) => standing === 'drafted')!
    expect(documents.some(({ unit }) => unit === unreviewed.unit)).toBe(false)
    expect((await draft(committee, { kind: 'feedback', unit: unreviewed.unit })).body.code).toBe(
      'problemsUnreviewed',
    )
    const listed = problems.find(one => documents.some(({ unit }) => unit === one.unit))!
    const letter = documents.find(({ unit }) => unit === listed.unit)!
    const { row } = (await committee.ask(`GET /api/years/2018/units/${letter.unit}/result`))
      .body as never as {
      row: { composite: number; standing: { place: number } }
    }
    const said = await textOf(zip[`${letter.number} ${letter.unitName}.docx`]!)
    expect(said).toContain(`综合得分${row.composite}分`)
    expect(said).toContain(`列第${row.standing.place}名`)
    expect(said).toContain(`1.${listed.text.replace(/。$/, '')}`)
    expect(said.match(/^\d+\..+，依据/gm)).toHaveLength(
      problems.filter(({ unit }) => unit === letter.unit).length,
    )

    const correct = (id: string) =>
      committee.ask(`POST /api/years/2018/documents/${id}/correct`, { body: { reason: '姓名有误' } })
    const second = await correct(letter.id)
    // Until the correction is issued, its office alone knows of it; for all others the letter holds.
    const letterAt = `GET /api/years/2018/documents/${letter.id}`
    expect((await committee.ask(letterAt)).body).toMatchObject({
      standing: 'outdated',
      correctedBy: { id: second.body['document'] },
    })
    const readers = (await leading.ask(letterAt)).body
    expect([readers['standing'], readers['correctedBy']]).toEqual(['issued', undefined])
    expect((await correct(letter.id)).body.code).toBe('documentCorrectedAlready')
    expect((await correct(String(second.body['document']))).body.code).toBe('documentNotIssued')
    expect((await issue(String(second.body['document']), { revision: 1, number: 1 })).body.code).toBe(
      'documentNumberTaken',
    )
    const third = await correct(documents.findLast(({ kind }) => kind === 'feedback')!.id)
    const twoAtOnce = await Promise.all(
      [second, third].map(one => issue(String(one.body['document']), { revision: 1 })),
    )
    expect(twoAtOnce.map(one => one.body['number']).toSorted()).toEqual(
      [letters + 2, letters + 3].map(nth => `州直工发〔2018〕${nth}号`),
    )
    expect((await committee.ask(`GET /api/years/2018/documents/${letter.id}`)).body).toMatchObject({
      standing: 'corrected',
      correctedBy: { number: twoAtOnce[0]!.body['number'] },
    })

    const unit = await office!.someone('danwei', [{ role: 'unit', unit: letter.unit }])
    expect((await unit.ask('GET /api/years/2018/documents')).body['documents']).toEqual([])
    await committee.ask('POST /api/years/2018/release', { body: { seal: 1 } })
    const own = (await unit.ask('GET /api/years/2018/documents')).body as never as {
      documents: { unit: string }[]
    }
    expect(own.documents.map(one => one.unit)).toEqual([letter.unit, letter.unit])
    expect((await unit.ask(`GET ${at}/file.docx`)).body.code).toBe('notFound')

    const notices = await draft(committee, { kind: 'consequenceNotice', all: true })
    expect(notices.body['made']).toBeGreaterThan(0)
    expect(notices.body['made']).toBeLessThan(letters)
    const without = await Promise.all(
      documents
        .filter(one => one.kind === 'feedback')
        .map(one => draft(committee, { kind: 'consequenceNotice', unit: one.unit })),
    )
    expect(without.some(one => one.body.code === 'noConsequence')).toBe(true)

    await issueWhileEdited(office!, committee, issuer)

    const quiet = documents.find(one => one.kind === 'feedback' && one.id !== letter.id)!
    // The result is corrected and approved: what was issued says so, and each gets its correction.
    const corrected = { seal: 1, reason: '一条核查情况录错单位' }
    expect((await committee.ask('POST /api/years/2018/corrections', { body: corrected })).status).toBe(200)
    const facts = `/api/years/2018/facts?kind=findings&unit=${quiet.unit}`
    const [finding] = (await committee.ask(`GET ${facts}`)).body['facts'] as {
      id: string
      revision: number
    }[]
    const withdraw = { revision: finding!.revision, reason: '录错单位' }
    await committee.ask(`POST /api/years/2018/facts/${finding!.id}/withdraw`, { body: withdraw })
    expect((await seal()).body['number']).toBe(2)
    const quietAt = `/api/years/2018/documents/${quiet.id}`
    expect((await committee.ask(`GET ${quietAt}`)).body['standing']).toBe('issued')
    await leading.ask('POST /api/years/2018/seals/2/approve', { body: {} })
    const { row: now } = (await committee.ask(`GET /api/years/2018/units/${quiet.unit}/result`))
      .body as never as {
      row: { composite: number }
    }
    expect((await committee.ask(`GET ${quietAt}`)).body).toMatchObject({
      standing: 'outdated',
      outdated: {
        seal: 2,
        changes: expect.arrayContaining([
          expect.objectContaining({ name: '综合得分', after: String(now.composite) }),
        ]),
      },
    })
    expect((await unit.ask(`GET /api/years/2018/documents/${letter.id}`)).body).not.toHaveProperty('outdated')
    const { waiting } = (await committee.ask('GET /api/years/2018/due')).body as never as {
      waiting: { id: string }[]
    }
    expect(waiting.map(one => one.id)).toContain('documents.outdated')
    const correctAll = () =>
      committee.ask('POST /api/years/2018/documents/correct', {
        body: { kind: 'feedback', reason: '结果已更正' },
      })
    const moved = (await correctAll()).body['made'] as number
    expect(moved).toBeGreaterThan(0)
    expect(moved).toBeLessThan(letters)
    expect((await correctAll()).body.code).toBe('noneOutdated')
    // Two people issue at once.
    const colleague = await office!.someone('kaohe2', [{ role: 'committee' }])
    const jobs = await Promise.all([
      issueAll(),
      colleague.ask('POST /api/years/2018/documents/issue', { body: all }),
    ])
    for (const [at, who] of [committee, colleague].entries())
      expect(await finished(who, jobs[at]!.body['job'])).toMatchObject({ state: 'done' })
    const after = (await committee.ask('GET /api/years/2018/documents')).body as never as {
      documents: { id: string; unit?: string; kind: string; number?: string; standing: string }[]
    }
    const taken = after.documents.flatMap(one => (one.number ? [Number(/(\d+)号/.exec(one.number)![1])] : []))
    expect(taken.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: letters + 5 + moved }, (_, nth) => nth + 1),
    )
    expect(after.documents.find(one => one.id === quiet.id)!.standing).toBe('corrected')
    const newer = after.documents.find(one => one.unit === quiet.unit && one.standing === 'issued')!
    const saidAnew = await textOf(
      (await committee.ask(`GET /api/years/2018/documents/${newer.id}/file.docx`)).raw,
    )
    expect(saidAnew).toContain(`本件更正${quiet.number}（更正理由：结果已更正），此前印发的以本件为准。`)
    expect(saidAnew).toContain(`综合得分${now.composite}分`)

    const caseFile = await committee.ask('POST /api/years/2018/seals/1/case-file', { body: {} })
    const files = await readZip(new Uint8Array(await fileOf(committee, caseFile.body['job'])))
    const originals = [...files.keys()].filter(path => path.startsWith('公文/'))
    expect(originals).toHaveLength(taken.length)
    const different = (of: ReadonlyMap<string, Uint8Array>) =>
      checkCaseFile(of).parts.flatMap(({ findings }) => findings.differences)
    expect(different(files)).toEqual([])
    // A forger who also mends the list of contents is told by the trail.
    const contents = JSON.parse(Buffer.from(files.get('目录.json')!).toString()) as {
      files: { path: string }[]
    }
    const [gone, changed] = originals as [string, string]
    const forged = new Map(files).set(changed, Buffer.from('别的内容'))
    forged.delete(gone)
    const remaining = contents.files.filter(({ path }) => path !== gone)
    const mended = remaining.map(one => ({
      ...one,
      sha256: createHash('sha256').update(forged.get(one.path)!).digest('hex'),
    }))
    forged.set('目录.json', Buffer.from(JSON.stringify({ ...contents, files: mended })))
    expect(different(forged)).toEqual([
      expect.stringMatching(/^留痕第\d+条记有“.+，案卷里没有相符的文件$/),
      expect.stringMatching(/^留痕第\d+条记有“.+，案卷里没有相符的文件$/),
      `“${changed}”与留痕所记的不同`,
    ])
  })

  test('a template of the office is checked, put in force, tried out and taken back; a faulty one changes nothing', async () => {
    office = await openOffice(await open())
    const committee = await office.someone('kaohe', [{ role: 'committee' }])
    const ours = await shippedTemplate('feedback')
    const send = (bytes: Uint8Array, step: string, name = '反馈.docx') =>
      committee.ask(`POST /api/documents/templates/feedback?name=${encodeURIComponent(name)}&step=${step}`, {
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      })
    const broken = editDocx(ours, text => text.replace('{综合得分}', '{综合的分}'))
    expect((await send(broken, 'check')).body['findings']).toMatchObject([
      { weight: 'fault', what: expect.stringContaining('是否指“综合得分”') },
    ])
    expect((await send(broken, 'write')).body.code).toBe('templateFaulty')
    expect((await send(new TextEncoder().encode('甲'), 'check', '甲.docx')).body.code).toBe('wordKind')
    const restyled = editDocx(ours, text => text.replace('现将你单位', '现把你单位'))
    const tried = (bytes: Uint8Array) =>
      committee.ask(
        `POST /api/documents/templates/feedback/sample.docx?name=${encodeURIComponent('反馈.docx')}`,
        {
          body: Buffer.from(bytes),
          headers: { 'content-type': 'application/octet-stream' },
        },
      )
    expect((await tried(broken)).body.code).toBe('templateFaulty')
    expect(await textOf((await tried(restyled)).raw)).toContain('现把你单位李四同志')
    expect((await send(restyled, 'write')).body).toMatchObject({ version: 1, findings: [] })
    const sample = (version: number) =>
      committee.ask(`GET /api/documents/templates/feedback/template.docx?version=${version}&sample=yes`)
    expect(await textOf((await sample(1)).raw)).toContain('现把你单位李四同志')
    expect((await sample(7)).body.code).toBe('notFound')
    const use = (version: number) =>
      committee.ask('POST /api/documents/templates/feedback/use', { body: { version } })
    expect((await use(9)).body.code).toBe('notFound')
    const style = await committee.ask(`POST /api/documents/style?name=${encodeURIComponent('函.docx')}`, {
      body: (await sample(0)).raw,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(style.body).toEqual({ findings: [] })
    expect((await use(0)).body).toEqual({ version: 2 })
    const { templates } = (await committee.ask('GET /api/documents/templates')).body as never as {
      templates: { kind: string; version: number; versions: object[] }[]
    }
    const feedback = templates.find(({ kind }) => kind === 'feedback')!
    expect([feedback.version, feedback.versions.length]).toEqual([0, 2])
  })
})
