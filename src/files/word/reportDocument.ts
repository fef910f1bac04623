import { reportLines } from '../../domain/campaign/report/measureReport.ts'
import type { DebriefReport, ReportProblem } from '../../domain/campaign/report/report.ts'
import type { ReportTerms } from '../../domain/campaign/report/reportTerms.ts'
import { type Day, printDay } from '../../domain/kernel/calendar.ts'
import type { WordBlock, WordDocument } from '../../contract/documents/wordBlocks.ts'

interface Signer {
  /** Who reports: 州林业局党组书记 张三. */
  readonly by: string
  /** The day of the hand-in; none while it is a draft. */
  readonly day?: Day
}

/** Lays a debrief report (述职报告) out as an official document: the text that was counted, and the problem list as its attachment. */
export function reportDocument(
  terms: Pick<ReportTerms, 'sections'>,
  report: DebriefReport,
  { by, day }: Signer,
): WordDocument {
  const [title, ...lines] = reportLines(terms, report)
  const blocks = lines.map(({ kind, text }): WordBlock => {
    if (kind === 'heading') return { kind: 'heading', level: 1, text }
    const level = levelOf(text)
    return level === undefined ? { kind: 'paragraph', text } : { kind: 'heading', level, text }
  })
  return {
    title: [title!.text],
    subtitle: day === undefined ? by : `${by}\n（${printDay(day)}）`,
    blocks: [...blocks, ...(report.problems.length === 0 ? [] : problemList(report.problems))],
  }
}

/** Recognises a heading that a writer numbered by hand: short, and without a full stop. */
function levelOf(text: string): 2 | 3 | undefined {
  if ([...text].length > 40 || /[。；：！？]$/.test(text)) return undefined
  if (/^（[一二三四五六七八九十]+）/.test(text)) return 2
  return /^\d{1,2}[.．、]/.test(text) ? 3 : undefined
}

function problemList(problems: readonly ReportProblem[]): readonly WordBlock[] {
  return [
    { kind: 'newPage' },
    { kind: 'paragraph', text: '附件', plain: true },
    { kind: 'centred', text: '问题清单' },
    {
      kind: 'table',
      columns: [
        { title: '序号', align: 'center' },
        { title: '问题', width: 4 },
        { title: '原因', width: 3 },
        { title: '整改措施', width: 4 },
        { title: '完成时限', width: 2.2, align: 'center' },
      ],
      rows: problems.map(({ problem, cause, remedy, due }, at) => [
        String(at + 1),
        problem,
        cause,
        remedy,
        due === undefined ? '' : printDay(due),
      ]),
    },
  ]
}
