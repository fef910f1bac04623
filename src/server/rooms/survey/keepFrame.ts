import type { z } from 'zod'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { frameImportPart } from '../../../contract/survey/surveyParts.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { createQueue, type Queue } from '../../platform/jobs/createQueue.ts'
import { answerTemplate } from '../../platform/lists/answerList.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import {
  countCases,
  dropFrameRows,
  findImport,
  type ImportRow,
  insertFrameRows,
  insertImport,
  keepFrameRows,
  listImports,
  moveImport,
} from './frame.store.ts'
import { decideLoaded, groupNameOf, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { frameContext, frameList, type FrameSpec, type readFrameFile } from './readFrameFile.ts'

type ImportPart = z.output<typeof frameImportPart>

/** The name of the key of a survey's numbers, beside those of its units' answers. */
export const NUMBERS_KEY = 'numbers'

const threads = createThreads({ most: 1, megabytes: 3072, seconds: 900 })
const AT_ONCE = 2000

const queues = new WeakMap<AppContext, Queue>()

function queueOf(context: AppContext): Queue {
  let queue = queues.get(context)
  if (queue === undefined) {
    queue = createQueue(
      60_000,
      async () => {},
      (id, error) => context.log.error({ err: error, import: id }, 'a frame could not be read'),
    )
    queues.set(context, queue)
  }
  return queue
}

/** Shows the frame: its imports, and what it holds of each unit and group. */
export async function viewFrame({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/frame'>): Promise<
  Answered<'GET /api/years/:year/surveys/:survey/frame'> | Refusal
> {
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  const { row, surveyed } = loaded
  const isDrawn = row.drawnAt !== null
  const counts = new Map(
    (await countCases(context.db, row.id)).map(one => [`${one.unit}\t${one.group}`, one] as const),
  )
  const imports = await listImports(context.db, row.id)
  return {
    imports: imports.map(presentImport),
    counts: row.commission.sizes.map(({ unit, group, size }) => {
      const count = counts.get(`${unit}\t${group}`)
      return {
        unit,
        unitName: unitNameOf(loaded, unit),
        group,
        groupName: groupNameOf(surveyed, group),
        frame: count?.frame ?? 0,
        strata: count?.strata ?? 0,
        wanted: size,
        sampled: count?.sampled ?? 0,
        reserve: isDrawn ? (count?.reserve ?? 0) : 0,
      }
    }),
    total: [...counts.values()].reduce((sum, one) => sum + one.frame, 0),
  }
}

/** Answers the template of a frame. */
export async function writeFrameTemplate({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/frame/template.xlsx'>): Promise<FileAnswer | Refusal> {
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  return answerTemplate(
    context,
    frameList,
    frameContext(specOf(loaded)),
    `${loaded.row.commission.title}样本框`,
  )
}

/** Takes a frame in to be read in the background. `surveyStep`, `frameBusy`. */
export async function uploadFrame({
  context,
  actor,
  change,
  params,
  query: { name },
  raw,
}: Served<'POST /api/years/:year/surveys/:survey/frame'>): Promise<ImportPart | Refusal> {
  const bytes = uploadedBytes(raw)
  const id = context.newId()
  const made = await change<{ readonly id: string; readonly part: ImportPart }>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'list')
    if (isRefusal(decided)) return decided
    const open = (await listImports(tx, loaded.row.id)).some(
      ({ state }) => state === 'reading' || state === 'read',
    )
    if (open) return refuse('frameBusy', {})
    const values = { id, survey: loaded.row.id, file: name, state: 'reading' as const, by: actor.name }
    await insertImport(tx, { ...values, at: context.now().toISOString() })
    const [row] = await listImports(tx, loaded.row.id)
    return {
      answer: { id, part: presentImport(row!) },
      events: [
        {
          kind: 'frameUploaded',
          year: params.year,
          values: { title: loaded.row.commission.title, file: name },
        },
      ],
    }
  })
  if (isRefusal(made)) return made
  // The same request sent again finds its import already under way.
  if (made.id === id) queueOf(context).add(id, signal => readImport(context, params, id, bytes, signal))
  return made.part
}

async function readImport(
  context: AppContext,
  address: { readonly year: number; readonly survey: string },
  id: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  const { db } = context
  const fail = async (fault: string) => {
    await dropFrameRows(db, id)
    await moveImport(db, id, 'reading', { state: 'failed', fault })
  }
  try {
    const loaded = await loadSurvey(db, address)
    if (isRefusal(loaded)) return await fail(sentenceOfRefusal(loaded))
    const key = await context.keys.make(loaded.row.id, NUMBERS_KEY)
    await moveImport(db, id, 'reading', { progress: 0.1 })
    const spec = { ...specOf(loaded), key: new Uint8Array(key) }
    const module = new URL('./readFrameFile.ts', import.meta.url)
    const reading = await threads.run<typeof readFrameFile>(module, 'readFrameFile', spec, bytes)
    if (isRefusal(reading)) return await fail(sentenceOfRefusal(reading))
    const refused = [...reading.refused]
    const twice: number[] = []
    for (let at = 0; at < reading.rows.length; at += AT_ONCE) {
      if (signal.aborted) return await fail(BROKEN_OFF)
      const part = reading.rows.slice(at, at + AT_ONCE)
      twice.push(...(await insertFrameRows(db, { survey: loaded.row.id, import: id }, part)))
      await moveImport(db, id, 'reading', { progress: 0.5 + (0.5 * at) / reading.rows.length })
      await yieldToEventLoop()
    }
    const reason = sentenceOfRefusal(refuse('phoneNumberTwice', { place: '先前导入的一行' }))
    refused.push(...twice.slice(0, 1000).map(row => ({ row, column: '电话号码', reason })))
    const count = reading.refusedCount + twice.length
    await moveImport(db, id, 'reading', {
      state: 'read',
      progress: 1,
      rows: reading.rows.length + reading.refusedCount,
      accepted: reading.rows.length - twice.length,
      refused: count,
      refusedRows: refused.toSorted((one, other) => one.row - other.row).slice(0, 1000),
      notices: [...reading.notices],
    })
  } catch (error) {
    await fail(error instanceof ThreadGaveUp ? TOO_LARGE : UNREADABLE).catch(() => {})
    throw error
  }
}

const BROKEN_OFF = '服务器停止，读取中断；请重新上传'
const TOO_LARGE = '文件太大，读不完；请分成几个文件上传'
const UNREADABLE = '读取时程序出错；请重新上传，仍不行请联系系统管理员'

/** Keeps what was read of a frame. `frameGone`, `surveyStep`. */
export async function keepFrame(
  request: Served<'POST /api/years/:year/surveys/:survey/frame/:import/keep'>,
): Promise<ImportPart | Refusal> {
  return settle(request, 'kept')
}

/** Drops what was read of a frame. `frameGone`. */
export async function dropFrame(
  request: Served<'POST /api/years/:year/surveys/:survey/frame/:import/drop'>,
): Promise<ImportPart | Refusal> {
  return settle(request, 'dropped')
}

async function settle(
  {
    change,
    params,
  }: Served<
    | 'POST /api/years/:year/surveys/:survey/frame/:import/keep'
    | 'POST /api/years/:year/surveys/:survey/frame/:import/drop'
  >,
  state: 'kept' | 'dropped',
): Promise<ImportPart | Refusal> {
  return change<ImportPart>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'list')
    if (isRefusal(decided)) return decided
    const row = await findImport(tx, loaded.row.id, params.import)
    if (row === undefined || row.state !== 'read') return refuse('frameGone', {})
    const { title } = loaded.row.commission
    if (state === 'dropped') await dropFrameRows(tx, row.id)
    const accepted = state === 'kept' ? await keepFrameRows(tx, loaded.row.id, row.id) : row.accepted
    const after = { state, accepted, refused: row.rows - accepted }
    await moveImport(tx, row.id, 'read', after)
    const { file } = row
    return {
      answer: presentImport({ ...row, ...after }),
      events: [
        state === 'kept'
          ? {
              kind: 'frameKept',
              year: params.year,
              values: { title, file, accepted, refused: after.refused },
            }
          : { kind: 'frameDropped', year: params.year, values: { title, file } },
      ],
    }
  })
}

function specOf({ row, surveyed, units }: LoadedSurvey): Omit<FrameSpec, 'key'> {
  const { sizes } = row.commission
  return {
    survey: row.id,
    units: [...units.values()].map(({ id, name }) => ({ id, name })),
    groups: [...surveyed.method.groups],
    asked: sizes.map(({ unit, group }) => `${unit}\t${group}`),
  }
}

function presentImport(row: ImportRow): ImportPart {
  const { survey: _survey, fault, at, ...rest } = row
  return { ...rest, fault: fault ?? undefined, at: toInstant(at) }
}
