import { strToU8, unzipSync, zipSync } from 'fflate'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { isRefusal } from '../../../src/domain/kernel/refusal.ts'
import { readScheme } from '../../../src/files/readScheme.ts'
import { schemeFiles } from '../../../src/files/schemeFiles.ts'
import { readWord } from '../../../src/files/word/readWord.ts'
import { fileOf } from '../finished.ts'
import { describeWays } from '../databases.ts'
import { type Office, openOffice, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'
import { ofWords, openReports, reportOf, setToday, written } from './reportOffice.ts'

let office: Office | undefined

afterEach(async () => {
  await office?.close()
  office = undefined
})

async function start(database: Parameters<typeof openReports>[0]) {
  const desk = await openReports(database)
  office = desk.office
  return { ...desk, report: reportOf(desk.unit) }
}

async function upload(who: Visitor, route: string, bytes: Uint8Array) {
  return who.ask(`POST ${route}`, {
    body: Buffer.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  })
}

const rels = (target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`

function office2007(main: string, type: string, xml: string): Uint8Array {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`
  const files = { '[Content_Types].xml': types, '_rels/.rels': rels(main), [main]: xml }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const pptx = (slides: number) =>
  office2007(
    'ppt/presentation.xml',
    'presentationml.presentation',
    `<?xml version="1.0"?><p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="r"><p:sldIdLst>${Array.from({ length: slides }, (_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 2}"/>`).join('')}</p:sldIdLst></p:presentation>`,
  )

const docx = (...lines: string[]) =>
  office2007(
    'word/document.xml',
    'wordprocessingml.document',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${lines.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
  )

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF\n'

const LONG =
  '年初，我带着机关党委的同志走访了全部十二个联系点，把群众反映的路灯、厕所和停车三件事列成清单，逐月对账，到年底已办结两件。'

describeWays('六（二） what goes with a debrief report', open => {
  test('slides: pages and size are shown, other files are refused, and all can be read again', async () => {
    const { secretary, committee, report, unit } = await start(await open())
    const put = async (name: string, bytes: Uint8Array) => {
      const sent = await upload(secretary, `/api/files?name=${encodeURIComponent(name)}`, bytes)
      const { revision } = await report.view(secretary)
      const slides = { file: sent.body['file'], name }
      return secretary.ask(`PUT ${report.at}/slides`, { body: { slides, revision } })
    }
    const first = await put('述职.pptx', pptx(11))
    expect(first.body).toMatchObject({
      revision: 1 + 1,
      slides: { pages: 11, type: 'pptx', name: '述职.pptx' },
    })
    const second = await put('述职.pdf', strToU8(PDF))
    expect(second.body).toMatchObject({ slides: { pages: 2, type: 'pdf' } })
    const { slides } = await report.view(committee)
    const read = await committee.ask(`GET /api/years/2018/units/${unit}/files/${slides!['file']}`)
    expect(read.status).toBe(200)
    expect((await put('述职.docx', docx('甲'))).body).toMatchObject({ code: 'slidesKind' })
    expect((await put('空的.pptx', pptx(0))).body).toMatchObject({ code: 'slidesUnreadable' })
    const { revision } = await report.view(secretary)
    await secretary.ask(`PUT ${report.at}/slides`, { body: { slides: null, revision } })
    expect((await report.view(committee)).slides).toBeUndefined()
  })

  test('Word: read by its headings, written as an official paper, one archive for a meeting', async () => {
    const { secretary, committee, lead, report } = await start(await open())
    const file = docx(
      '2018年述职报告',
      '一、履职成效',
      '我主持党组会四次。',
      '二、存在的问题及原因',
      '学习抓得不经常。',
    )
    const at = `/api/years/2018/reports/reading?name=${encodeURIComponent('报告.docx')}`
    const read = await upload(secretary, at, file)
    const { content } = read.body as never as { content: ReturnType<typeof written> }
    expect(content.title).toBe('2018年述职报告')
    expect(content.sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text))).toEqual([
      ['我主持党组会四次。'],
      [],
      [],
      ['学习抓得不经常。'],
      [],
    ])
    expect((await upload(secretary, at, strToU8(PDF))).body).toMatchObject({ code: 'wordKind' })
    await report.save(secretary, content, 0)
    await report.handIn(secretary, { shareReason: '篇幅短' })
    const word = await committee.ask(`GET ${report.at}/report.docx`)
    const again = await readWord('报告.docx', word.raw)
    if (isRefusal(again)) throw new Error(again.code)
    const lines = again.parts.map(part => (part.kind === 'paragraph' ? part.text : ''))
    expect(lines).toEqual(expect.arrayContaining(['2018年述职报告', '一、履职成效', '我主持党组会四次。']))
    const pack = (body: object) => committee.ask('POST /api/years/2018/reports/pack', { body })
    const zip = await fileOf(committee, (await pack({ leadUnit: lead })).body['job'])
    const names = Object.keys(unzipSync(zip))
    expect(names).toHaveLength(1)
    expect(names[0]).toMatch(/\.docx$/)
    expect((await pack({ tier: 'direct' })).body).toMatchObject({ code: 'notFound' })
  })

  test('copies: side by side to the writer and to those who vet, across years, never a refusal', async () => {
    const { office: desk, secretary, committee, other, report } = await start(await open())
    const neighbour = await desk.someone('linju', [{ role: 'secretary', unit: other }])
    const theirs = reportOf(other)
    await theirs.save(
      neighbour,
      written({ results: [LONG], problems: ['我对支部的指导不经常。'.repeat(8)] }),
      0,
    )
    // A draft of others is nobody's business.
    await report.save(secretary, written({ results: [LONG.replace('路灯', '水管')] }), 0)
    expect((await secretary.ask(`GET ${report.at}/copies`)).body).toEqual({ compared: 0, copies: [] })
    expect((await theirs.handIn(neighbour, { shareReason: '说明' })).status).toBe(200)
    const copies = (await secretary.ask(`GET ${report.at}/copies`)).body as never as {
      compared: number
      copies: { percent: number; other: { text: string; own: boolean } }[]
    }
    expect(copies).toMatchObject({
      compared: 1,
      copies: [{ paragraph: 'results-0', other: { text: LONG, own: false } }],
    })
    expect(copies.copies[0]!.percent).toBeGreaterThan(90)
    expect((await report.handIn(secretary, { shareReason: '说明' })).status).toBe(200)
    expect((await committee.ask(`GET ${report.at}/copies`)).body).toMatchObject({ compared: 1 })
  })

  test('R17 late and missing: proposed, confirmed into the ledger or dropped with a reason, never silently', async () => {
    const { office: desk, secretary, committee, clerk, unit, other, report } = await start(await open())
    const at = '/api/years/2018/reports/lateness'
    type Row = { unit: string; kind: string; days: number }
    const proposed = async () => (await committee.ask(`GET ${at}`)).body['proposed'] as never as Row[]
    expect(await proposed()).toEqual([])
    await report.save(secretary, ofWords(1500), 0)
    setToday(desk, '2018-12-13')
    await report.handIn(secretary)
    const rows = await proposed()
    expect(rows.find(row => row.unit === unit)).toMatchObject({ kind: 'late', days: 3 })
    expect(rows.find(row => row.unit === other)).toMatchObject({ kind: 'missing' })
    const due = (await committee.ask('GET /api/years/2018/due')).body as never as {
      waiting: { id: string }[]
      late: { id: string }[]
    }
    expect(due.waiting.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['reportsToVet', 'reportLateness']),
    )
    expect(due.late.map(({ id }) => id)).toContain('reportsMissing')
    const confirm = (units: object[]) => committee.ask(`POST ${at}/confirm`, { body: { units } })
    expect((await confirm([{ unit, kind: 'missing' }])).body).toMatchObject({ code: 'latenessGone' })
    const clerks = await clerk.ask(`POST ${at}/confirm`, {
      body: { units: [{ unit: other, kind: 'missing' }] },
    })
    expect(clerks.body).toMatchObject({ code: 'latenessUnset' })
    expect((await confirm([{ unit, kind: 'late' }])).body).toEqual({ recorded: 1 })
    const drop = { unit: other, kind: 'missing', reason: '书记住院，准予缓报' }
    expect((await committee.ask(`POST ${at}/drop`, { body: drop })).status).toBe(200)
    const left = (await proposed()).map(row => row.unit)
    expect(left).not.toContain(unit)
    expect(left).not.toContain(other)
    const ledger = (await committee.ask('GET /api/years/2018/routine/ledger')).body as never as {
      occasions: { name: string; heldOn: string; records: { unit: string; counter: string }[] }[]
    }
    const occasion = ledger.occasions.find(({ name }) => name === '上报述职报告')
    expect(occasion).toMatchObject({ heldOn: '2018-12-10', records: [{ unit, counter: 'lateReturn' }] })
    const settled = (await committee.ask(`GET ${at}`)).body['settled']
    expect(settled).toMatchObject([
      { unit, kind: 'late', recorded: true },
      { unit: other, kind: 'missing', recorded: false, reason: '书记住院，准予缓报' },
    ])
  })

  test('a year whose scheme asks for no report has none', async () => {
    office = await openOffice(await open())
    const opened = schemeFiles(fileURLToPath(new URL('../../../schemes/donghe-2025', import.meta.url)))
    if ('unreadable' in opened) throw new Error('unreadable')
    await openYear(office.context, { scheme: readScheme(opened.files).scheme! })
    const committee = await office.someone('kaohe', [{ role: 'committee' }])
    expect((await committee.ask('GET /api/years/2025/reports')).body).toMatchObject({ code: 'noReports' })
    expect((await committee.ask('GET /api/years/2025/due')).status).toBe(200)
  })
})
