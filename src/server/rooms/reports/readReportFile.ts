import { availableParallelism } from 'node:os'
import { describeWordNotice } from '../../../contract/files/wordNotices.ts'
import { placeText } from '../../../domain/campaign/report/placeText.ts'
import { readProblems } from '../../../domain/campaign/report/readProblems.ts'
import type { ReportProblem } from '../../../domain/campaign/report/report.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import type { WordPart } from '../../../files/word/gatherWord.ts'
import type { readWord } from '../../../files/word/readWord.ts'
import type { Answered, Served } from '../../platform/http/serveRoutes.ts'
import { shownName } from '../../platform/http/shownName.ts'
import { uploadedBytes } from '../../platform/http/uploadedBytes.ts'
import { createThreads, ThreadGaveUp } from '../../platform/threads/threads.ts'
import { copyContent } from './presentReport.ts'
import { loadReports } from './reportContext.ts'

const threads = createThreads({ most: Math.max(1, availableParallelism() - 1), megabytes: 512, seconds: 30 })

/** Lines of a problem list that a report may have. */
const MOST_PROBLEMS = 200

/** Reads a Word file as a report: its paragraphs placed by their headings, to be looked over; nothing is saved. `noReports`, and those of `readWord`. */
export async function readReportFile({
  context,
  params: { year },
  query,
  raw,
}: Served<'POST /api/years/:year/reports/reading'>): Promise<
  Answered<'POST /api/years/:year/reports/reading'> | Refusal
> {
  const ground = await loadReports(context.db, year)
  if (isRefusal(ground)) return ground
  const read = await readInThread(shownName(query.name), uploadedBytes(raw))
  if (isRefusal(read)) return read
  const { lines, problems } = linesOf(read.parts)
  const placed = placeText(ground.terms, lines)
  return {
    content: copyContent({
      ...placed,
      problems,
      // No comment on an earlier text points at a paragraph of this one.
      sections: placed.sections.map(({ section, paragraphs }) => ({
        section,
        paragraphs: paragraphs.map(one => ({ ...one, id: context.newId() })),
      })),
    }),
    notices: read.notices.map(describeWordNotice),
  }
}

/** Separates the list of problems from the text; other tables become a line a row. The heading of the list goes with it. */
function linesOf(parts: readonly WordPart[]) {
  const lines: string[] = []
  const problems: ReportProblem[] = []
  for (const part of parts) {
    const found = part.kind === 'table' ? readProblems(part.rows) : undefined
    if (part.kind === 'paragraph') lines.push(part.text)
    else if (found === undefined) lines.push(...part.rows.map(cells => cells.join('　')))
    else {
      while (/^(附件\d*[:：]?)?(问题(整改)?清单)?$/.test(lines.at(-1) ?? '无')) lines.pop()
      problems.push(...found)
    }
  }
  return { lines, problems: problems.slice(0, MOST_PROBLEMS) }
}

async function readInThread(name: string, bytes: Uint8Array) {
  const module = new URL('../../../files/word/readWord.ts', import.meta.url)
  try {
    return await threads.run<typeof readWord>(module, 'readWord', name, bytes)
  } catch (error) {
    if (error instanceof ThreadGaveUp) return refuse('fileUnsafe', { name, why: '读取它要的时间或内存太多' })
    throw error
  }
}
