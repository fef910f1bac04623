import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import type { SchemeDocument } from '../../../src/contract/scheme/schemeDocument.ts'
import { schemeSchema } from '../../../src/contract/scheme/schemeSchema.ts'
import { toFileShape } from '../../../src/contract/shape/toFileShape.ts'
import { writeScheme, writeSchemeArchive } from '../../../src/files/writeScheme.ts'
import { describeWays } from '../databases.ts'
import { type Office, openOffice, type Said, type Visitor } from '../office.ts'
import { aScheme } from './aScheme.ts'

const scheme = aScheme()
const document = toFileShape(schemeSchema, scheme) as SchemeDocument

let office: Office | undefined
afterEach(() => office?.close())

interface Head {
  readonly version: string
  readonly revision: number
  readonly number: number
}

interface Fault {
  readonly code: string
  readonly severity: string
  readonly file?: string
  readonly line?: number
}

function isFault({ severity }: Fault): boolean {
  return severity === 'fault'
}

async function upload(visitor: Visitor, name: string, bytes: Uint8Array | string): Promise<Said> {
  const answer = await office!.app.inject({
    method: 'POST',
    url: `/api/schemes/reading?file=${encodeURIComponent(name)}`,
    headers: { 'content-type': 'application/octet-stream', cookie: visitor.cookie },
    payload: Buffer.from(bytes as string),
  })
  return {
    status: answer.statusCode,
    body: answer.json(),
    headers: answer.headers,
    text: answer.body,
    raw: answer.rawPayload,
  }
}

describeWays('方案接口', open => {
  async function committee(): Promise<Visitor> {
    office = await openOffice(await open())
    return office.someone('zuzhi', [{ role: 'committee' }])
  }

  async function drafted(visitor: Visitor, content: object = document): Promise<Head> {
    const { status, body, text } = await visitor.ask('POST /api/schemes', { body: { document: content } })
    expect(status, text).toBe(200)
    return body as unknown as Head
  }

  test('a scheme is created, read back as decimals, promulgated, exported and imported again unchanged', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    const promulgated = await visitor.ask(`POST /api/schemes/${version}/promulgation`, {
      body: { revision: 1 },
    })
    expect(promulgated.body).toMatchObject({
      state: 'promulgated',
      promulgatedBy: 'zuzhi',
      rulings: { assumed: scheme.rulings.length },
    })
    const read = await visitor.ask(`GET /api/schemes/${version}`)
    expect(read.body['document']).toEqual(document)
    const file = await visitor.ask(`GET /api/schemes/${version}/file?as=yaml`)
    expect(decodeURIComponent(String(file.headers['content-disposition']))).toContain('（第1版）.yaml')
    expect((await upload(visitor, '方案.yaml', file.text)).body).toMatchObject({
      document,
      files: ['方案.yaml'],
    })
  })

  test('a draft is visible only to those who may read drafts', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    const auditor = await office!.someone('shenji', [{ role: 'auditor' }])
    const inspector = await office!.someone('heguan', [{ role: 'inspector' }])
    expect((await auditor.ask(`GET /api/schemes/${version}`)).status).toBe(200)
    expect((await inspector.ask('GET /api/schemes')).body).toEqual({ versions: [] })
    for (const route of [version, `${version}/file`, `${version}/difference/${version}`]) {
      expect((await inspector.ask(`GET /api/schemes/${route}`)).body).toMatchObject({
        code: 'notAllowed',
        message: expect.stringContaining('查看方案草案'),
      })
    }
    for (const route of [
      'POST /api/schemes/check',
      'POST /api/schemes',
      `PUT /api/schemes/${version}`,
      `POST /api/schemes/${version}/promulgation`,
    ]) {
      expect((await auditor.ask(route, { body: {} })).body).toMatchObject({ code: 'notAllowed' })
    }
    await visitor.ask(`POST /api/schemes/${version}/promulgation`, { body: { revision: 1 } })
    expect((await inspector.ask('GET /api/schemes')).body['versions']).toHaveLength(1)
  })

  test('the check lists each fault with its place, clause, wording and remedy, and saves nothing', async () => {
    const visitor = await committee()
    const heavier = {
      ...document,
      components: document.components.map((part, at) => (at === 0 ? { ...part, weight: 30 } : part)),
    }
    const { body } = await visitor.ask('POST /api/schemes/check', {
      body: { document: { ...heavier, title: '' } },
    })
    expect((body['faults'] as Fault[]).filter(isFault)).toEqual([
      {
        code: 'textEmpty',
        severity: 'fault',
        path: ['title'],
        place: '名称',
        wrong: '“名称”是空的',
        remedy: '填上“名称”',
      },
      expect.objectContaining({
        code: 'weightsOff',
        path: ['components'],
        place: '考核分项',
        wrong: '各分项权重合计 110，与 100 相比多 10',
      }),
    ])
    expect((await visitor.ask('POST /api/schemes/check', { body: { document: {} } })).body['whole']).toBe(
      false,
    )
    expect(
      (await visitor.ask('POST /api/schemes/check', { body: { document: heavier } })).body['whole'],
    ).toBe(true)
    expect((await visitor.ask('GET /api/schemes')).body['versions']).toEqual([])
  })

  test('reading a file lists every fault with its line; it is saved only if its shape is valid', async () => {
    const visitor = await committee()
    const text = writeScheme(scheme)
    const broken = await upload(
      visitor,
      '方案.yaml',
      text.replace('weight: 50', 'weight: 五十').replace('institution:', 'institutoin:'),
    )
    expect(broken.body['document']).toBeUndefined()
    const faults = (broken.body['faults'] as Fault[]).filter(isFault)
    expect(faults.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'fieldUnknown 方案.yaml',
      'wrongType 方案.yaml',
    ])
    expect(faults.map(({ line }) => line)).toEqual([
      4,
      text.split('\n').findIndex(line => line.includes('weight: 50')) + 1,
    ])
    expect((await upload(visitor, '方案.zip', writeSchemeArchive(scheme))).body).toMatchObject({
      document,
      files: ['scheme.yaml', 'rubric.yaml'],
    })
    expect((await upload(visitor, '坏.zip', writeSchemeArchive(scheme).subarray(0, 900))).body).toMatchObject(
      {
        code: 'schemeArchiveBroken',
      },
    )
    expect(
      (await upload(visitor, '表.xlsx', new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)])))
        .body,
    ).toMatchObject({
      code: 'schemeFileMissing',
    })
  })

  test('when two people edit one draft, the second is told about the first', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    const first = await visitor.ask(`PUT /api/schemes/${version}`, {
      body: { revision: 1, document: { ...document, title: '甲' } },
    })
    expect(first.body).toMatchObject({ head: { revision: 2, title: '甲' } })
    const second = await visitor.ask(`PUT /api/schemes/${version}`, {
      body: { revision: 1, document: { ...document, title: '乙' } },
    })
    expect([second.status, second.body.code, second.body.message]).toEqual([
      409,
      'staleRevision',
      expect.stringMatching(/^方案第1版草案已由zuzhi于20\d\d年/),
    ])
    const { body } = await visitor.ask(`GET /api/schemes/${version}`)
    expect(body).toMatchObject({ head: { title: '甲', revision: 2 } })
  })

  test('a ruling settled on a promulgated version makes a draft, and the comparison shows the difference', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    await visitor.ask(`POST /api/schemes/${version}/promulgation`, { body: { revision: 1 } })
    const answer = {
      answer: { due: '12-08' },
      text: '12月8日',
      settledBy: '示例工委',
      settledOn: '2018-12-01',
    }
    const settled = await visitor.ask(`PUT /api/schemes/${version}/rulings/R15`, {
      body: { revision: 1, ...answer },
    })
    const head = settled.body['head'] as Head
    expect(head).toMatchObject({ number: 2, state: 'draft', basedOn: version })
    const { body } = await visitor.ask(`GET /api/schemes/${version}/difference/${head.version}`)
    expect(body['differences']).toContainEqual(
      expect.objectContaining({
        partName: '口径',
        citation: '六（三）',
        place: '口径R15 答案 截止日期',
        was: '12月10日',
        is: '12月8日',
      }),
    )
    expect((await office!.trail()).map(line => line.kind).slice(-1)).toEqual(['rulingSettled'])
  })

  test('rulings are confirmed in a group as they stand: one draft, one line of the trail for each', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    await visitor.ask(`POST /api/schemes/${version}/promulgation`, { body: { revision: 1 } })
    const rulings = async (of: string) =>
      (await visitor.ask(`GET /api/schemes/${of}`)).body as {
        readonly document: {
          readonly rulings: readonly { id: string; state: string; text: string; settledBy?: string }[]
        }
      }
    const assumed = (await rulings(version)).document.rulings.filter(one => one.state === 'assumed')
    const chosen = assumed.slice(0, 3).map(one => one.id)
    const body = { revision: 1, rulings: chosen, settledBy: '示例工委', settledOn: '2018-12-01' }
    const done = await visitor.ask(`POST /api/schemes/${version}/rulings`, { body })
    const head = done.body['head'] as Head
    expect(head).toMatchObject({ number: 2, state: 'draft', basedOn: version })
    const after = (await rulings(head.version)).document.rulings
    for (const { id, text } of assumed.slice(0, 3))
      expect(after.find(one => one.id === id)).toMatchObject({
        state: 'settled',
        text,
        settledBy: '示例工委',
      })
    expect(after.filter(one => one.state === 'assumed')).toHaveLength(assumed.length - 3)
    expect((await office!.trail()).map(line => line.kind).slice(-3)).toEqual(
      chosen.map(() => 'rulingSettled'),
    )
    expect(
      (
        await visitor.ask(`POST /api/schemes/${head.version}/rulings`, {
          body: { ...body, rulings: ['R99'] },
        })
      ).body.code,
    ).toBe('notFound')
  })

  test('a request sent twice makes one draft', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    const key = randomUUID()
    const once = await visitor.ask(`POST /api/schemes/${version}/drafts`, { body: { cycle: 2019 }, key })
    const again = await visitor.ask(`POST /api/schemes/${version}/drafts`, { body: { cycle: 2019 }, key })
    expect(again.body).toEqual(once.body)
    expect((await visitor.ask('GET /api/schemes')).body['versions']).toHaveLength(2)
  })

  test('GET of a withdrawn draft answers notFound', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    expect(
      (await visitor.ask(`DELETE /api/schemes/${version}`, { body: { revision: 7 } })).body,
    ).toMatchObject({ code: 'staleRevision' })
    expect((await visitor.ask(`DELETE /api/schemes/${version}`, { body: { revision: 1 } })).status).toBe(200)
    expect((await visitor.ask(`GET /api/schemes/${version}`)).body).toMatchObject({ code: 'notFound' })
  })

  test('drafts can be made from the bundled schemes', async () => {
    const visitor = await committee()
    const { body } = await visitor.ask('GET /api/schemes/samples')
    expect((body['samples'] as { sample: string }[]).map(({ sample }) => sample)).toEqual([
      'donghe-2025',
      'jiangnan-2024',
      'lantian-2025',
      'xiangxi-2018',
    ])
    const sample = await visitor.ask('GET /api/schemes/samples/jiangnan-2024')
    expect(await drafted(visitor, sample.body['document'] as object)).toMatchObject({
      number: 1,
      scheme: 'jiangnan-2024',
      cycle: 2024,
    })
    expect((await visitor.ask('GET /api/schemes/samples/none')).body).toMatchObject({ code: 'notFound' })
  })

  test('invalid input is refused in Chinese and never causes a server error', async () => {
    const visitor = await committee()
    const { version } = await drafted(visitor)
    const bodies: readonly [string, unknown][] = [
      ['POST /api/schemes', { document: { ...document, weight: 1 } }],
      ['POST /api/schemes', { document: null }],
      [`PUT /api/schemes/${version}`, { revision: 0, document }],
      [
        `PUT /api/schemes/${version}/rulings/R1`,
        { revision: 1, answer: 'accumulate', text: '', settledBy: 'x', settledOn: '2018-02-30' },
      ],
      [
        `PUT /api/schemes/${version}/rulings/R1`,
        { revision: 1, text: 'x', settledBy: 'x', settledOn: '2018-02-03' },
      ],
      ['POST /api/schemes/not-a-version/drafts', {}],
      [`POST /api/schemes/${version}/drafts`, { cycle: 20190 }],
      ['POST /api/schemes/check', { document: [] }],
    ]
    for (const [route, body] of bodies) {
      const said = await visitor.ask(route, { body })
      expect([route, said.status >= 400 && said.status < 500, said.body.message]).toEqual([
        route,
        true,
        expect.stringMatching(/\p{Script=Han}/u),
      ])
    }
  })
})
