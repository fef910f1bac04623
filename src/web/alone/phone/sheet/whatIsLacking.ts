import type { Draft } from '../draft/Draft.ts'
import type { Task, WorkRubric } from '../keep/phoneDatabase.ts'
import { printDay } from '../../../kit/printDay.ts'

/** Lists what is missing before the sheet can be sent, each as a sentence that says what to do; empty when nothing is. */
export function whatIsLacking(
  draft: Draft,
  { from, to }: Pick<Task, 'from' | 'to'>,
  rubric: Pick<WorkRubric, 'rows'>,
): readonly string[] {
  const lacking: string[] = []
  for (const row of rubric.rows) {
    for (const rule of row.rules) {
      const found = draft.findings.filter(one => one.row === row.id && one.rule === rule.id)
      if (rule.amount?.reasonRequired === true && found.some(({ note }) => note.trim() === ''))
        lacking.push(`${row.id} “${rule.text}”须写理由：返回填写。`)
    }
  }
  if (draft.visitedOn < from || draft.visitedOn > to)
    lacking.push(`核查日期应在${printDay(from)}至${printDay(to)}之间。`)
  if (draft.inspectorSignature === undefined) lacking.push('请核查人填写姓名并签字。')
  const { unitSignature } = draft
  if (unitSignature === undefined) lacking.push('请单位填写姓名并签字；不签字的，选“不签字”并写明原因。')
  else if (unitSignature.kind === 'refused' && unitSignature.reason.trim() === '')
    lacking.push('请写明单位不签字的原因。')
  else if (unitSignature.kind === 'paper' && unitSignature.name.trim() === '')
    lacking.push('请写明在纸上签字的人。')
  return lacking
}
