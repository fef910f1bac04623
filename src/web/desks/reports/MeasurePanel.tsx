import type { ReportMeasure } from '../../../domain/campaign/report/measureReport.ts'
import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { ShareBar } from './ShareBar.tsx'
import type { Terms } from './reportTypes.ts'

interface Props {
  readonly terms: Terms
  readonly measure: ReportMeasure
  /** Above the limit, but allowed. */
  readonly waived?: boolean
}

/** Shows how long the report is, how its sides share the length, and which content areas no paragraph answers. */
export function MeasurePanel({ terms, measure, waived = false }: Props) {
  const { words, limit, standing } = measure
  const over = words - limit
  return (
    <>
      <h2>篇幅</h2>
      <ProgressLine
        label="字数"
        done={words}
        total={limit}
        said={`${words} / ${limit}字`}
        late={over > 0 ? `超出${over}字${waived ? '（已准许）' : ''}` : undefined}
      />
      {standing === 'near' && <p className="report-near">已到上限的95%，还可写{limit - words}字。</p>}
      {standing === 'above' && !waived && (
        <p className="report-near">
          可以继续写，也会保存；上报前请删到{limit}字以内，确需超出的请向组织考核者说明。
        </p>
      )}
      <p className="small-soft-line">
        与 Word
        的中文字数相同：一个汉字或全角标点算1字，一串字母、数字算1字（“2018年”是2字）。题目、小标题和正文都算，问题清单不算。
      </p>
      {measure.shares.map(share => (
        <ShareBar key={share.of} share={share} />
      ))}
      {terms.areas.length > 0 && (
        <>
          <h3>内容（{terms.areas[0]!.citation.replace(/（.*/, '')}）</h3>
          <ul className="report-area-list bare" aria-label="各项内容有没有写到">
            {terms.areas.map(({ id, name }) => {
              const isMissing = measure.missingAreas.includes(id)
              return (
                <li key={id} className={isMissing ? 'soft' : 'good'}>
                  {isMissing ? '○' : '●'} {name}
                  {isMissing && '：还没有段落'}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
