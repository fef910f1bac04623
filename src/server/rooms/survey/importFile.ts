import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { AppContext } from '../../platform/appContext.ts'
import { toInstant } from '../../platform/database/toInstant.ts'
import { formatInstant } from '../../platform/formatInstant.ts'
import { shownName } from '../../platform/http/shownName.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import {
  dropKept,
  dropLeftRows,
  findImport,
  type ImportRow,
  insertFileAnswers,
  insertImport,
  listImports,
  moveImport,
} from './imports.store.ts'
import {
  decideLoaded,
  groupNameOf,
  type LoadedSurvey,
  loadSurvey,
  scoredQuestion,
  unitNameOf,
} from './loadSurvey.ts'
import { failBrokenOff, presentImport, readInBackground, threads } from './readImports.ts'
import type { FileSpec, readSurveyFile } from './readSurveyFile.ts'

type FilePart = Answered<'POST /api/years/:year/surveys/:survey/file'>

/** Lists the files of a bureau with its own system (结果文件): what is being read, was read, and was kept. */
export async function listFiles({
  context,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/file'>): Promise<
  Answered<'GET /api/years/:year/surveys/:survey/file'> | Refusal
> {
  await failBrokenOff(context)
  const loaded = await loadSurvey(context.db, params)
  if (isRefusal(loaded)) return loaded
  const rows = await listImports(context.db, loaded.row.id, 'file')
  return { imports: rows.map(row => presentFile(loaded, row)) }
}

/** Takes a bureau's file in to be read in the background. `surveyStep`, `surveyFileBusy`, `surveyFileTwice`. */
export async function uploadFile({
  context,
  actor,
  change,
  params,
  query: { name, kind, as },
  raw,
}: Served<'POST /api/years/:year/surveys/:survey/file'>): Promise<FilePart | Refusal> {
  const bytes = uploadedBytes(raw)
  const [id, content] = [context.newId(), await hashOf(bytes)]
  await failBrokenOff(context)
  const made = await change<FilePart>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'import')
    if (isRefusal(decided)) return decided
    const before = await listImports(tx, loaded.row.id, 'file')
    if (before.some(({ state }) => state === 'reading' || state === 'read'))
      return refuse('surveyFileBusy', {})
    // Read in another way, the same file is another result.
    const hash = [kind, as ?? '', loaded.row.version, content].join('\n')
    const kept = before.find(({ state }) => state === 'kept')
    if (kept?.hash === hash)
      return refuse('surveyFileTwice', { file: kept.file, at: formatInstant(toInstant(kept.at)) })
    const file = shownName(name)
    const row = { id, survey: loaded.row.id, kind, hash, file, state: 'reading' as const, by: actor.name }
    await insertImport(tx, { ...row, at: context.now().toISOString() })
    const [inserted] = (await listImports(tx, loaded.row.id, 'file')).filter(one => one.id === id)
    return {
      answer: presentFile(loaded, inserted!),
      events: [
        {
          kind: 'surveyFileUploaded',
          year: params.year,
          values: { title: loaded.row.commission.title, file },
        },
      ],
    }
  })
  if (isRefusal(made)) return made
  // The same request sent again finds its import already under way.
  if (made.id === id)
    readInBackground(context, params, id, (loaded, signal) =>
      readFile(
        context,
        { ...specOf(loaded), kind, as },
        { survey: loaded.row.id, import: id },
        bytes,
        signal,
      ),
    )
  return made
}

async function readFile(
  { db }: AppContext,
  spec: FileSpec,
  of: { readonly survey: string; readonly import: string },
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const id = of.import
  await moveImport(db, id, 'reading', { progress: 0.1 })
  await dropLeftRows(db, of.survey, 'file')
  const module = new URL('./readSurveyFile.ts', import.meta.url)
  const reading = await threads.run<typeof readSurveyFile>(module, 'readSurveyFile', spec, bytes)
  if (isRefusal(reading)) return reading
  const { pieces, accepted, refused, refusedCount, notices, counts } = reading
  if (accepted + refusedCount === 0) return refuse('listEmpty', {})
  for (const [at, piece] of pieces.entries()) {
    if (signal.aborted) return undefined
    await insertFileAnswers(db, of, new TextDecoder().decode(piece))
    await moveImport(db, id, 'reading', { progress: 0.5 + (0.5 * at) / pieces.length })
  }
  await moveImport(db, id, 'reading', {
    state: 'read',
    progress: 1,
    rows: accepted + refusedCount,
    accepted,
    refused: refusedCount,
    refusedRows: [...refused],
    notices: [...notices],
    counts: [...counts],
  })
  return undefined
}

/** Takes what was read as the result, in the place of what was there. `frameGone`, `surveyStep`, `listRefused`. */
export async function keepFile(
  request: Served<'POST /api/years/:year/surveys/:survey/file/:import/keep'>,
): Promise<FilePart | Refusal> {
  return settle(request, 'kept')
}

/** Drops what was read of a file. `frameGone`. */
export async function dropFile(
  request: Served<'POST /api/years/:year/surveys/:survey/file/:import/drop'>,
): Promise<FilePart | Refusal> {
  return settle(request, 'dropped')
}

async function settle(
  {
    context,
    change,
    params,
  }: Served<
    | 'POST /api/years/:year/surveys/:survey/file/:import/keep'
    | 'POST /api/years/:year/surveys/:survey/file/:import/drop'
  >,
  state: 'kept' | 'dropped',
): Promise<FilePart | Refusal> {
  const settled = await change<FilePart>(async tx => {
    const loaded = await loadSurvey(tx, params, { lock: true })
    if (isRefusal(loaded)) return loaded
    const decided = decideLoaded(loaded, 'import')
    if (isRefusal(decided)) return decided
    const row = await findImport(tx, loaded.row.id, params.import)
    if (row?.state !== 'read' || row.kind === 'frame') return refuse('frameGone', {})
    const [first] = row.refusedRows
    if (state === 'kept' && first !== undefined)
      return refuse('listRefused', { total: row.refused, first: `第${first.row}行：${first.reason}` })
    const { title } = loaded.row.commission
    const { file } = row
    if (state === 'kept') await dropKept(tx, loaded.row.id)
    await moveImport(tx, row.id, 'read', { state, refusedRows: [], counts: [] })
    return {
      answer: presentFile(loaded, { ...row, state }),
      events: [
        state === 'kept'
          ? { kind: 'surveyFileRead', year: params.year, values: { title, file, rows: row.accepted } }
          : { kind: 'surveyFileDropped', year: params.year, values: { title, file } },
      ],
    }
  })
  if (!isRefusal(settled)) await dropLeftRows(context.db, params.survey, 'file')
  return settled
}

function specOf({ row, surveyed, units }: LoadedSurvey): Omit<FileSpec, 'kind' | 'as'> {
  return {
    units: [...units.values()].map(({ id, name }) => ({ id, name })),
    groups: [...surveyed.method.groups],
    answers: [...surveyed.method.answers],
    scored: scoredQuestion(row),
    questions: row.questionnaire.questions,
  }
}

function presentFile(loaded: LoadedSurvey, row: ImportRow): FilePart {
  const counts = row.state === 'read' ? row.counts : []
  return {
    ...presentImport(row),
    kind: row.kind === 'tallies' ? 'tallies' : 'answers',
    counts: counts.map(({ unit, group, answers, what }) => ({
      unitName: unitNameOf(loaded, unit),
      groupName: groupNameOf(loaded.surveyed, group),
      answers,
      what,
    })),
  }
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Buffer.from(digest).toString('hex')
}
