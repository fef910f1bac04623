import { measureReport } from '../../../domain/campaign/report/measureReport.ts'
import { ConflictNotice } from '../../kit/ConflictNotice.tsx'
import { Refused } from '../../client/Refused.ts'
import type { ReportContent, Terms } from './reportTypes.ts'
import type { ReportDraft } from './useReportDraft.ts'

interface Props {
  readonly draft: ReportDraft
  readonly terms: Terms
}

/** Shows that another window or device saved the report meanwhile: part by part, what differs. */
export function DraftConflict({ draft, terms }: Props) {
  const { conflict, content } = draft
  if (conflict === undefined) return null
  const { theirs } = conflict
  const fields = [
    ...terms.sections.map(({ id, name }) => ({
      label: name,
      theirs: textOf(theirs, id),
      mine: textOf(content, id),
    })),
    { label: '题目', theirs: theirs.title, mine: content.title },
    { label: '问题清单', theirs: problemsOf(theirs), mine: problemsOf(content) },
    { label: '字数', theirs: wordsOf(terms, theirs), mine: wordsOf(terms, content) },
  ]
  return (
    <ConflictNotice
      refused={
        new Refused(
          409,
          'staleRevision',
          '这份报告在别的窗口或设备上保存过，与这里写的不同；请选一份，另一份不会自动合并。',
        )
      }
      fields={fields.filter(field => field.theirs !== field.mine)}
      busy={draft.state === 'saving'}
      onTakeTheirs={conflict.takeTheirs}
      onSaveMine={conflict.saveMine}
    />
  )
}

function textOf({ sections }: ReportContent, id: string): string {
  const paragraphs = sections.filter(({ section }) => section === id).flatMap(one => one.paragraphs)
  return paragraphs.map(({ text }) => text).join('\n')
}

function problemsOf({ problems }: ReportContent): string {
  return problems.map(({ problem, remedy, due }) => [problem, remedy, due].join('，')).join('\n')
}

function wordsOf(terms: Terms, content: ReportContent): string {
  return `${measureReport(terms, content).words}字`
}
