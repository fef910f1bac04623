import {
  personalMarkNames,
  type PersonalMark,
} from '../../../../domain/campaign/survey/open/personalMarks.ts'
import { type OpenReading, readOpenAnswers } from '../../../../domain/campaign/survey/open/readOpenAnswers.ts'
import { NO_REPLY } from '../../../../domain/campaign/survey/questionnaire.ts'
import type { SurveyData } from '../../../../domain/campaign/survey/analysis/surveyData.ts'
import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { surveyReport } from '../../../../files/survey/surveyReport.ts'
import { mayReadOpinions } from '../../../../contract/survey/mayReadOpinions.ts'
import type { WordDocument } from '../../../../contract/documents/wordBlocks.ts'
import { writeWord } from '../../../../files/word/writeWord.ts'
import type { Answered, Served } from '../../../platform/http/serveRoutes.ts'
import type { AppContext } from '../../../platform/appContext.ts'
import type { Actor } from '../../../platform/access/actor.ts'
import { startJob } from '../../../platform/jobs/startJob.ts'
import { createThreads } from '../../../platform/threads/threads.ts'
import { groupNameOf, type SurveyAddress, unitNameOf } from '../loadSurvey.ts'
import { loadAnalysis, loadReadable, loadSurveyData } from './loadAnalysis.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Answers the analysis of a survey. `notFound`. */
export async function viewAnalysis({
  context,
  actor,
  params,
}: Served<'GET /api/years/:year/surveys/:survey/analysis'>) {
  const found = await loadAnalysis(context.db, actor, params)
  return isRefusal(found) ? found : found.analysis
}

/** Answers the open answers: those that name somebody withheld, the rest grouped. The leading group sees them where the commission says so. `notFound`, `opinionsNotOpen`. */
export async function viewOpenAnswers({
  context,
  actor,
  params,
}: Pick<
  Served<'GET /api/years/:year/surveys/:survey/open-answers'>,
  'context' | 'actor' | 'params'
>): Promise<Answered<'GET /api/years/:year/surveys/:survey/open-answers'> | Refusal> {
  const loaded = await loadReadable(context.db, actor, params)
  if (isRefusal(loaded)) return loaded
  if (!mayReadOpinions(actor.grants, loaded.row.commission)) return refuse('opinionsNotOpen', {})
  const { shown, withheld, marks, phrases, groups } = await readOpen(await loadSurveyData(context.db, loaded))
  return {
    answers: shown.map(({ unit, group, text }) => ({
      unitName: unitNameOf(loaded, unit),
      groupName: groupNameOf(loaded.surveyed, group),
      text,
    })),
    withheld,
    marks: Object.entries(marks).map(([mark, count]) => ({
      name: personalMarkNames[mark as PersonalMark],
      count,
    })),
    phrases: phrases.map(({ text, answers }) => ({ text, answers: [...answers] })),
    groups: groups.map(({ text, answers }) => ({ text, answers: [...answers] })),
  }
}

/** Makes the report of a survey as official Word, with its pictures, in the background. `notFound`, `tooManyJobs`. */
export async function makeSurveyReport(
  request: Served<'POST /api/years/:year/surveys/:survey/report'>,
): Promise<{ readonly job: string } | Refusal> {
  const { context, actor, params } = request
  const loaded = await loadReadable(context.db, actor, params)
  if (isRefusal(loaded)) return loaded
  const { title } = loaded.row.commission
  return startJob(request, {
    kind: 'surveyReport',
    name: `${title}分析报告`,
    year: params.year,
    event: { kind: 'surveyReportMade', year: params.year, values: { title } },
    work: async ({ tell }) => {
      tell('分析答卷', 0.1)
      const document = await layReport(context, actor, params)
      if (isRefusal(document)) throw new Error(`the report was not made: ${document.code}`)
      tell('写成 Word 文件', 0.6)
      return { name: `${document.title.join('')}.docx`, type: DOCX, pieces: [await writeWord(document)] }
    },
  })
}

/** Lays the report of a survey out, for one who may see it. `notFound`. */
export async function layReport(
  context: AppContext,
  actor: Actor,
  params: SurveyAddress,
): Promise<WordDocument | Refusal> {
  const found = await loadAnalysis(context.db, actor, params)
  if (isRefusal(found)) return found
  const { row } = found.loaded
  const { title, surveyor, begins, ends } = row.commission
  const reading = mayReadOpinions(actor.grants, found.loaded.row.commission)
    ? await readOpen(found.data)
    : undefined
  return surveyReport({
    title,
    by: surveyor,
    day: context.today(),
    begins,
    ends,
    method: row.method,
    analysis: found.analysis,
    opinions: reading?.groups.map(({ text, answers }) => ({ text, count: answers.length })) ?? [],
    withheld: reading?.withheld ?? 0,
  })
}

interface OpenAnswer {
  readonly unit: string
  readonly group: string
  readonly text: string
}

/** Readings by the answers they were made of: as long as these stay, nothing is read twice. */
const readings = new WeakMap<
  SurveyData['answers'],
  { readonly least: number; readonly reading: Promise<OpenReading<OpenAnswer>> }
>()

/** Reads the words of all open questions, of units and groups with enough answers only. */
function readOpen(data: SurveyData): Promise<OpenReading<OpenAnswer>> {
  const known = readings.get(data.answers)
  if (known?.least === data.least) return known.reading
  const reading = readWords(wordsOf(data))
  readings.set(data.answers, { least: data.least, reading })
  reading.catch(() => readings.delete(data.answers))
  return reading
}

const threads = createThreads({ most: 1, seconds: 300 })

/** More answers than these are read in a thread. */
const FEW = 2000

function readWords(words: readonly OpenAnswer[]): Promise<OpenReading<OpenAnswer>> {
  if (words.length <= FEW) return Promise.resolve(readOpenAnswers(words))
  const module = new URL('../../../../domain/campaign/survey/open/readOpenAnswers.ts', import.meta.url)
  return threads.run<typeof readOpenAnswers<OpenAnswer>>(module, 'readOpenAnswers', words)
}

function wordsOf({ questionnaire, answers, least }: SurveyData): readonly OpenAnswer[] {
  const counts = new Map<string, number>()
  const cellOf = ({ unit, group }: { readonly unit: string; readonly group: string }) => `${unit} ${group}`
  for (const one of answers) counts.set(cellOf(one), (counts.get(cellOf(one)) ?? 0) + one.times)
  const open = questionnaire.questions.filter(({ kind }) => kind === 'open')
  return answers.flatMap(({ unit, group, answers: sheet, times }) => {
    if (counts.get(cellOf({ unit, group }))! < least) return []
    return open.flatMap(({ id }) => {
      const text = sheet[id]
      if (text === undefined || text === NO_REPLY) return []
      return Array.from({ length: times }, () => ({ unit, group, text }))
    })
  })
}
