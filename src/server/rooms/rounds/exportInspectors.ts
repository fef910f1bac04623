import { isRefusal, type Refusal } from '../../../domain/kernel/refusal.ts'
import { answerList } from '../../platform/lists/answerList.ts'
import type { FileAnswer } from '../../platform/http/fileAnswer.ts'
import { inspectorList } from './importInspectors.ts'
import { viewInspectors } from './viewInspectors.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'

/** Exports the list of inspectors with the columns that the import reads. */
export async function exportInspectors({
  context,
  reach,
  params: { year },
}: Served<'GET /api/years/:year/inspectors.xlsx'>): Promise<FileAnswer | Refusal> {
  const list = await viewInspectors(context, reach, year)
  if (isRefusal(list)) return list
  const rows = list.inspectors.map(({ name, homeName, leadGroupName, username }) => [
    name,
    homeName ?? null,
    leadGroupName ?? null,
    username ?? null,
  ])
  return answerList(context, inspectorList, '核查人员名单', rows)
}
