import type { ReactNode } from 'react'
import { reportLines } from '../../../domain/campaign/report/measureReport.ts'
import { printDay } from '../../kit/printDay.ts'
import type { ReportContent, Terms } from './reportTypes.ts'

interface Props {
  readonly terms: Terms
  readonly content: ReportContent
  /** What stands below a paragraph: comments, and the way to write one. */
  readonly below?: (paragraph: string) => ReactNode
}

/** Shows a report as it will be printed: title, numbered headings, paragraphs, and the list of problems. */
export function ReportText({ terms, content, below }: Props) {
  const areas = new Map(
    content.sections.flatMap(({ paragraphs }) => paragraphs.map(one => [one.id, one.areas] as const)),
  )
  const nameOf = (id: string): string => terms.areas.find(area => area.id === id)?.name ?? id
  return (
    <article className="report-text" aria-label="述职报告正文">
      {reportLines(terms, content).map((line, nth) => {
        if (line.kind === 'title')
          return (
            <p key="title" className="report-text-title">
              {line.text}
            </p>
          )
        if (line.kind === 'heading') return <h2 key={line.section}>{line.text}</h2>
        const chosen = areas.get(line.paragraph!) ?? []
        return (
          <div
            key={line.paragraph ?? nth}
            className="report-text-paragraph"
            id={`paragraph-${line.paragraph}`}
          >
            <p>{line.text}</p>
            {chosen.length > 0 && <small className="soft">对应：{chosen.map(nameOf).join('、')}</small>}
            {below !== undefined && <div className="report-below">{below(line.paragraph!)}</div>}
          </div>
        )
      })}
      {content.problems.length > 0 && <ProblemTable of={content.problems} />}
    </article>
  )
}

const PROBLEM_HEADS = ['序号', '问题', '原因', '整改措施', '完成时限']

function ProblemTable({ of }: { readonly of: ReportContent['problems'] }) {
  return (
    <>
      <h2>问题清单</h2>
      <div className="report-problem-table" role="region" aria-label="问题清单" tabIndex={0}>
        <table className="stacks">
          <thead>
            <tr>
              {PROBLEM_HEADS.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.map(({ problem, cause, remedy, due }, nth) => (
              <tr key={nth}>
                {[nth + 1, problem, cause, remedy, due && printDay(due)].map((cell, at) => (
                  <td key={at} data-head={PROBLEM_HEADS[at]}>
                    {cell || <span className="bad">未填</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
