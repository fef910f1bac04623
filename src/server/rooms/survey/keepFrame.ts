import type { z } from 'zod'
import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import type { surveyImportPart } from '../../../contract/survey/surveyParts.ts'
import { askedSizes } from '../../../domain/campaign/survey/askedSizes.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { answerTemplate } from '../../platform/lists/answerList.ts'
import { yieldToEventLoop } from '../../platform/yieldToEventLoop.ts'
import { cellOf } from './cell.ts'
import { drawProgress } from './finishDraw.ts'
import { countCases, insertFrameRows } from './frame.store.ts'
import { dropLeftRows, dropRows, findImport, insertImport, listImports, moveImport } from './imports.store.ts'
import { decideLoaded, groupNameOf, type LoadedSurvey, loadSurvey, unitNameOf } from './loadSurvey.ts'
import { FRAME_PIECE, frameContext, frameList, type FrameSpec, type readFrameFile } from './readFrameFile.ts'
import { failBrokenOff, presentImport, readInBackground, threads } from './readImports.ts'
import type { FrameStratum } from './survey.tables.ts'

type ImportPart = z.output<typeof surveyImportPart>

/** The name of the key of a survey's numbers, beside those of its units' answers. */
export const NUMBERS_KEY = 'numbers'

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
    (await countCases(context.db, row)).map(one => [`${one.unit}\t${one.group}`, one] as const),
  )
  const imports = await listImports(context.db, row.id, 'frame')
  return {
    imports: imports.map(presentImport),
    counts: row.commission.sizes.flatMap(({ unit, group, size }) => {
      const count = counts.get(`${unit}\t${group}`)
      // Those who came before their unit was no longer to be asked are in the frozen list, too.
      if (size === 0 && count === undefined) return []
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
    drawing: drawProgress(context, row),
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
  query: { name, as },
  raw,
}: Served<'POST /api/years/:year/surveys/:survey/frame'>): Promise<ImportPart | Refusal> {
  const bytes = uploadedBytes(raw)
  const id = context.newId()
  await failBrokenOff(context)
  const made = await change<{ readonly id: string; readonly part: ImportPart }>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'list')
    if (isRefusal(decided)) return decided
    const open = (await listImports(tx, loaded.row.id, 'frame')).some(
      ({ state }) => state === 'reading' || state === 'read',
    )
    if (open) return refuse('frameBusy', {})
    const values = { id, survey: loaded.row.id, file: name, state: 'reading' as const, by: actor.name }
    await insertImport(tx, { ...values, at: context.now().toISOString() })
    const [row] = await listImports(tx, loaded.row.id, 'frame')
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
  if (made.id === id)
    readInBackground(context, params, id, (loaded, signal) =>
      readFrame(context, loaded, { id, as }, bytes, signal),
    )
  return made.part
}

async function readFrame(
  { db, keys }: AppContext,
  loaded: LoadedSurvey,
  { id, as }: { readonly id: string; readonly as: string | undefined },
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const key = await keys.make(loaded.row.id, NUMBERS_KEY)
  await moveImport(db, id, 'reading', { progress: 0.1 })
  const spec = { ...specOf(loaded), as, key: new Uint8Array(key) }
  const module = new URL('./readFrameFile.ts', import.meta.url)
  const reading = await threads.run<typeof readFrameFile>(module, 'readFrameFile', spec, bytes)
  if (isRefusal(reading)) return reading
  const { pieces, strata, accepted } = reading
  if (accepted + reading.refusedCount === 0) return refuse('listEmpty', {})
  const counts = new Map(strata.map(one => [nameOf(one), one.frame]))
  const twice: number[] = []
  await dropLeftRows(db, loaded.row.id, 'frame')
  const kept = (await listImports(db, loaded.row.id, 'frame')).filter(({ state }) => state === 'kept')
  const before = kept.reduce((sum, one) => sum + one.accepted, 0)
  const place = { survey: loaded.row.id, import: id }
  for (const [at, piece] of pieces.entries()) {
    if (signal.aborted) return undefined
    const last = before + at * FRAME_PIECE - twice.length
    for (const one of await insertFrameRows(db, place, new TextDecoder().decode(piece), last)) {
      twice.push(one.nth)
      counts.set(nameOf(one), counts.get(nameOf(one))! - 1)
    }
    const isMine = await moveImport(db, id, 'reading', { progress: 0.5 + (0.5 * at) / pieces.length })
    if (!isMine) throw new Error('the import was taken to be broken off')
    await yieldToEventLoop()
  }
  const reason = sentenceOfRefusal(refuse('phoneNumberTwice', { place: '先前导入的一行' }))
  const known = twice.slice(0, 1000).map(row => ({ row, column: '电话号码', reason }))
  const refused = [...reading.refused, ...known].toSorted((one, other) => one.row - other.row)
  await moveImport(db, id, 'reading', {
    state: 'read',
    progress: 1,
    rows: accepted + reading.refusedCount,
    accepted: accepted - twice.length,
    refused: reading.refusedCount + twice.length,
    refusedRows: refused.slice(0, 1000),
    notices: [...reading.notices],
    strata: strata.flatMap(one => {
      const frame = counts.get(nameOf(one))!
      return frame === 0 ? [] : [{ ...one, frame }]
    }),
  })
  return undefined
}

const nameOf = (one: Pick<FrameStratum, 'unit' | 'group' | 'stratum'>) => `${cellOf(one)}\t${one.stratum}`

/** Keeps what was read of a frame; its rows are in it from this moment. `frameGone`, `surveyStep`. */
export async function keepFrame(
  request: Served<'POST /api/years/:year/surveys/:survey/frame/:import/keep'>,
): Promise<ImportPart | Refusal> {
  return settle(request, 'kept')
}

/** Drops what was read of a frame. `frameGone`. */
export async function dropFrame(
  request: Served<'POST /api/years/:year/surveys/:survey/frame/:import/drop'>,
): Promise<ImportPart | Refusal> {
  const done = await settle(request, 'dropped')
  if (!isRefusal(done)) await dropRows(request.context.db, 'frame', done.id)
  return done
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
    await moveImport(tx, row.id, 'read', { state })
    const { file, accepted, refused } = row
    return {
      answer: presentImport({ ...row, state }),
      events: [
        state === 'kept'
          ? {
              kind: 'frameKept',
              year: params.year,
              values: { title, file, accepted, refused },
            }
          : { kind: 'frameDropped', year: params.year, values: { title, file } },
      ],
    }
  })
}

function specOf({ row, surveyed, units }: LoadedSurvey): Omit<FrameSpec, 'key' | 'as'> {
  return {
    survey: row.id,
    units: [...units.values()].map(({ id, name }) => ({ id, name })),
    groups: [...surveyed.method.groups],
    asked: askedSizes(row.commission).map(({ unit, group }) => `${unit}\t${group}`),
  }
}
