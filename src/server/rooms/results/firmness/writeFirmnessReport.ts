import { isRefusal, refuse, type Refusal } from '../../../../domain/kernel/refusal.ts'
import { firmnessReport } from '../../../../files/results/firmnessReport.ts'
import { writeWord } from '../../../../files/word/writeWord.ts'
import type { FileAnswer } from '../../../platform/http/fileAnswer.ts'
import { institutionName } from '../../../platform/http/institution.store.ts'
import type { Served } from '../../../platform/http/serveRoutes.ts'
import { yearFor } from '../yearFor.ts'
import { presentFirmness } from './viewFirmness.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Answers how firm the ranking is as official Word, with its picture. `notFound` before it is computed. */
export async function writeFirmnessReport({
  context,
  actor,
  params: { year },
}: Served<'GET /api/years/:year/firmness/report.docx'>): Promise<FileAnswer | Refusal> {
  const shown = await yearFor(context, actor, 'readFirmness', year)
  if (isRefusal(shown)) return shown
  const { state, figures } = await presentFirmness(context, shown.scored)
  if (figures === undefined) return refuse('notFound', { what: `${year}年度名次稳固程度` })
  const document = firmnessReport({
    year,
    by: await institutionName(context.db),
    figures,
    day: context.today(),
    isOutdated: state === 'outdated',
  })
  return { name: `${year}年度名次稳固程度.docx`, type: DOCX, content: await writeWord(document) }
}
