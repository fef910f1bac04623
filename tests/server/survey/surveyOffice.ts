import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readScheme } from '../../../src/files/readScheme.ts'
import { schemeFiles } from '../../../src/files/schemeFiles.ts'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import type { OpenDatabase } from '../../../src/server/platform/database/openDatabase.ts'
import { keyedHasher } from '../../../src/server/platform/keys/sealing.ts'
import type { AppContext } from '../../../src/server/platform/appContext.ts'
import { insertFrameRows } from '../../../src/server/rooms/survey/frame.store.ts'
import { insertImport } from '../../../src/server/rooms/survey/imports.store.ts'
import { NUMBERS_KEY } from '../../../src/server/rooms/survey/keepFrame.ts'
import { sealNumber } from '../../../src/server/rooms/survey/readFrameFile.ts'
import { type Office, openOffice, type Said, type Visitor } from '../office.ts'
import { openYear } from '../openYear.ts'

/** The day on which these surveys are called. */
export const DAY = '2018-11-12'

const NAMES = ['州林业局', '州农业局', '州水利局']

/** Opens a year with so many units. */
export async function openSurveyYear(context: AppContext, many = NAMES.length) {
  const opened = schemeFiles(fileURLToPath(new URL('../../../schemes/xiangxi-2018', import.meta.url)))
  if ('unreadable' in opened) throw new Error('no scheme')
  const scheme = readScheme(opened.files).scheme!
  const units = Array.from({ length: many }, (_, at) => ({
    id: `U${at + 1}`,
    name: NAMES[at] ?? `第${at + 1}单位`,
    kind: 'bureau',
    level: '正处级',
    tier: scheme.tiers[0]!.id,
    affiliated: true,
    headedByLeader: false,
  }))
  await openYear(context, { scheme, roster: { units, holders: [] } })
  return units
}

/** People of a survey: a committee, a surveyor, and interviewers as wanted. */
export async function openPeople(office: Office, interviewers: number) {
  const callers: (Visitor & { readonly id: string })[] = []
  for (let at = 0; at < interviewers; at++)
    callers.push(await office.someone(`fangwen${at}`, [{ role: 'interviewer' }]))
  return {
    committee: await office.someone('kaohe', [{ role: 'committee' }]),
    surveyor: await office.someone('diaocha', [{ role: 'surveyor' }]),
    callers,
  }
}

/** A year before its survey, with its people. */
export async function openSurveys(database: OpenDatabase, interviewers = 1, many = NAMES.length) {
  const office = await openOffice(database)
  const units = await openSurveyYear(office.context, many)
  Object.assign(office.context, { today: () => DAY })
  return { office, units, ...(await openPeople(office, interviewers)) }
}

const BASE = '/api/years/2018/surveys'

/** A commission of so many of each group about these units, at any hour. */
export function commissionOf(units: readonly string[], size: number, more: object = {}) {
  return {
    title: '民意调查',
    way: 'calls',
    surveyor: '州统计局',
    begins: '2018-11-01',
    ends: '2018-11-30',
    deleteOn: '2018-12-31',
    complaint: '0743-8222222',
    halfWidth: 10,
    groupReadsOpinions: false,
    mostAttempts: 6,
    hours: [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ],
    sizes: units.flatMap(unit => ['members', 'public'].map(group => ({ unit, group, size }))),
    ...more,
  }
}

/** What a test does with a survey. */
export function surveyOf(committee: Visitor, surveyor: Visitor) {
  let id = ''
  let revision = 1
  const seen = (said: Said) => {
    if (said.status === 200 && typeof said.body['revision'] === 'number') revision = said.body['revision']
    return said
  }
  const act = async (who: Visitor, step: string, body: object = {}) =>
    seen(await who.ask(`POST ${BASE}/${id}/${step}`, { body: { revision, ...body } }))
  return {
    get id() {
      return id
    },
    act,
    /** without a revision. */
    post: (who: Visitor, step: string, body: object = {}) => who.ask(`POST ${BASE}/${id}/${step}`, { body }),
    get: (who: Visitor, what = '') => who.ask(`GET ${BASE}/${id}${what}`),
    async view() {
      return seen(await committee.ask(`GET ${BASE}/${id}`)).body
    },
    async draft(commission: object) {
      const said = seen(await committee.ask(`POST ${BASE}`, { body: { component: 'survey', commission } }))
      id = String(said.body['id'])
      return said
    },
    plan: async (commission: object) =>
      seen(await committee.ask(`PUT ${BASE}/${id}/commission`, { body: { revision, commission } })),
    ask: async (questionnaire: object) =>
      seen(await surveyor.ask(`PUT ${BASE}/${id}/questionnaire`, { body: { revision, questionnaire } })),
    entrust: () => act(committee, 'entrust'),
    async upload(rows: readonly (readonly (string | null)[])[], headings = HEADINGS, as = '') {
      const content = await frameFile([headings, ...rows])
      const query = new URLSearchParams({ name: '样本框.xlsx', ...(as === '' ? {} : { as }) })
      const said = await surveyor.ask(`POST ${BASE}/${id}/frame?${query}`, {
        body: Buffer.from(content),
        headers: { 'content-type': 'application/octet-stream' },
      })
      if (said.status !== 200) return said
      for (;;) {
        const frame = await surveyor.ask(`GET ${BASE}/${id}/frame`)
        const [first] = frame.body['imports'] as { state: string }[]
        if (first!.state !== 'reading') return { ...said, body: first as never as Said['body'] }
        await wait(20)
      }
    },
    /** Sends a bureau's file, and waits until it is read. */
    async sendFile(
      kind: 'answers' | 'tallies',
      bytes: Uint8Array | string,
      { name = '结果.csv', as = '' }: { readonly name?: string; readonly as?: string } = {},
    ) {
      const query = new URLSearchParams({ name, kind, ...(as === '' ? {} : { as }) })
      const said = await surveyor.ask(`POST ${BASE}/${id}/file?${query}`, {
        body: Buffer.from(bytes),
        headers: { 'content-type': 'application/octet-stream' },
      })
      if (said.status !== 200) return said
      for (;;) {
        const { body } = await surveyor.ask(`GET ${BASE}/${id}/file`)
        const found = (body['imports'] as { id: string; state: string }[]).find(
          one => one.id === said.body['id'],
        )
        if (found!.state !== 'reading') return { ...said, body: found as never as Said['body'] }
        await wait(20)
      }
    },
    async keepFile(...sent: Parameters<typeof this.sendFile>) {
      const read = await this.sendFile(...sent)
      return surveyor.ask(`POST ${BASE}/${id}/file/${String(read.body['id'])}/keep`, { body: {} })
    },
    async keep(rows: readonly (readonly (string | null)[])[]) {
      const read = await this.upload(rows)
      return surveyor.ask(`POST ${BASE}/${id}/frame/${String(read.body['id'])}/keep`, { body: {} })
    },
    draw: () =>
      act(surveyor, 'draw', {
        parts: [
          { by: '组织考核者', text: '1234' },
          { by: '调查方', text: '5678' },
        ],
      }),
  }
}

/** Puts people into the frame as a kept import does, without a file, which takes a thread some seconds to read. */
export async function layFrame(
  { db, keys, newId }: AppContext,
  survey: string,
  units: readonly { readonly id: string; readonly name: string }[],
  people: readonly (readonly (string | null)[])[],
): Promise<void> {
  const key = await keys.make(survey, NUMBERS_KEY)
  const hash = keyedHasher(key, 'numbers')
  const id = newId()
  const rows = people.map(([number, unit, group, stratum, person], at) => ({
    nth: at + 1,
    unit: units.find(({ name }) => name === unit)!.id,
    group: group === '党员' ? 'members' : 'public',
    stratum: stratum ?? '',
    number: Buffer.from(sealNumber(key, survey, { number: number!, person: person ?? '' })).toString(
      'base64',
    ),
    hash: Buffer.from(hash(number!)).toString('base64'),
  }))
  const strata = [...Map.groupBy(rows, one => [one.unit, one.group, one.stratum].join())].map(([, own]) => ({
    unit: own[0]!.unit,
    group: own[0]!.group,
    stratum: own[0]!.stratum,
    frame: own.length,
  }))
  await db.transaction(async tx => {
    const at = '2018-11-10T02:00:00Z'
    const kept = { state: 'kept' as const, accepted: rows.length, strata }
    await insertImport(tx, { id, survey, file: '样本框.xlsx', ...kept, by: '调查方', at })
    await insertFrameRows(tx, { survey, import: id }, JSON.stringify(rows), 0)
  })
}

const HEADINGS: readonly (string | null)[] = ['电话号码', '单位', '对象', '层', '姓名']

/** A workbook with these rows. */
export function frameFile(rows: readonly (readonly (string | null)[])[]): Promise<Uint8Array> {
  const sheets = [{ name: '样本框', columns: [], rows: rows.map(row => [...row]) }]
  return writeWorkbook({ title: '样本框', madeOn: '2018-11-12', sheets })
}

/** People of a unit, of both groups, each with a number of its own. */
export function peopleOf(unit: string, name: string, each: number): (string | null)[][] {
  const at = Number.parseInt(unit.replace(/\D/g, ''), 10) || 0
  return ['党员', '群众'].flatMap((group, side) =>
    Array.from({ length: each }, (_, nth) => [
      `139${String(at * 2 + side).padStart(4, '0')}${String(nth).padStart(4, '0')}`,
      name,
      group,
      nth % 2 === 0 ? '机关' : '乡镇',
      nth % 3 === 0 ? '张三' : null,
    ]),
  )
}

/** Takes the next case. */
export async function next(caller: Visitor) {
  return (await caller.ask('POST /api/interview/next', { body: {} })).body as never as {
    readonly interview?: {
      readonly case: string
      readonly dial: string
      readonly unitName: string
      readonly groupName: string
      readonly number: string
      readonly answers: Record<string, string>
      readonly attempt: number
    }
    readonly idle?: string
    readonly calls: number
    readonly interviews: number
  }
}

/** Ends a call. */
export function end(
  caller: Visitor,
  of: string,
  disposition: string,
  answers: object = {},
  more: object = {},
) {
  return caller.ask(`POST /api/interview/${of}/end`, { body: { disposition, answers, ...more } })
}

/** Calls until nobody is left, everybody answering as told by place. */
export async function callAll(
  callers: readonly Visitor[],
  answer: (nth: number) => Readonly<Record<string, string>>,
): Promise<number> {
  let nth = 0
  await Promise.all(
    callers.map(async caller => {
      for (;;) {
        const { interview } = await next(caller)
        if (interview === undefined) return
        const said = await end(caller, interview.case, 'interview', answer(nth++))
        if (said.status !== 200) throw new Error(said.text)
      }
    }),
  )
  return nth
}
