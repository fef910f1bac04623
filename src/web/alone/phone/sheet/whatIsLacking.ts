import {
  MOST_BESIDE,
  MOST_FINDINGS,
  MOST_IN_SHEET,
  MOST_IN_SHEET_NOTE,
} from '../../../../contract/sheets/sheetLimits.ts'
import type { Draft } from '../draft/Draft.ts'
import { findFaults } from '../draft/findFaults.ts'
import { printDay } from '../../../kit/printDay.ts'
import type { Sheet } from './useSheet.ts'

/** What of an open sheet is looked at. */
type Ground = Pick<Sheet, 'task' | 'rubric' | 'photos'> & Partial<Pick<Sheet, 'detail' | 'scheme'>>

/** Lists what the server would refuse, or what is missing, before the sheet is sent: each as a sentence that says what to do; empty when nothing is. `today` is the business day as the phone knows it. */
export function whatIsLacking(draft: Draft, ground: Ground, today: string): readonly string[] {
  const { from, to } = ground.task
  const lacking = [...reasonsLacking(draft, ground), ...tooMuch(draft, ground)]
  if (draft.visitedOn < from || draft.visitedOn > to)
    lacking.push(`核查日期应在${printDay(from)}至${printDay(to)}之间。`)
  else if (draft.visitedOn > today)
    lacking.push(
      `核查日期${printDay(draft.visitedOn)}还没有到：按下载任务时的日期推算，今天是${printDay(today)}，请填实际核查的日期。`,
    )
  else lacking.push(...findFaults(draft, ground))
  if (draft.inspectorSignature === undefined) lacking.push('请核查人填写姓名并签字。')
  const { unitSignature } = draft
  if (unitSignature === undefined) lacking.push('请单位填写姓名并签字；不签字的，选“不签字”并写明原因。')
  else if (unitSignature.kind === 'refused' && unitSignature.reason.trim() === '')
    lacking.push('请写明单位不签字的原因。')
  else if (unitSignature.kind === 'paper' && unitSignature.name.trim() === '')
    lacking.push('请写明在纸上签字的人。')
  return lacking
}

function reasonsLacking(draft: Draft, { rubric }: Ground): string[] {
  return rubric.rows.flatMap(row =>
    row.rules
      .filter(rule => rule.amount?.reasonRequired === true)
      .filter(rule =>
        draft.findings.some(one => one.row === row.id && one.rule === rule.id && one.note.trim() === ''),
      )
      .map(rule => `${row.id} “${rule.text}”须写理由：返回填写。`),
  )
}

/** Compares what was written with the limits of the server, which hold all that a usual sheet has many times over. */
function tooMuch(draft: Draft, { photos }: Ground): string[] {
  const found = new Set(draft.findings.map(({ row }) => row))
  const beside = photos.filter(({ row }) => row === undefined || !found.has(row)).length
  const notes = [draft.note, ...Object.values(draft.rowNotes)].join('\n').length
  const bytes = new TextEncoder().encode(JSON.stringify(draft)).length + photos.length * 70
  return [
    draft.findings.length > MOST_FINDINGS ? [`核查情况最多${MOST_FINDINGS}条：请把同一规则的并成一条。`] : [],
    beside > MOST_BESIDE ? [`照片最多${MOST_BESIDE}张：请去掉一些。`] : [],
    notes > MOST_IN_SHEET_NOTE || bytes > MOST_IN_SHEET
      ? ['写的说明合起来太长，一份核查表装不下：请压缩一些，详细的附照片。']
      : [],
  ].flat()
}
