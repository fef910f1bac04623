import { type RowPart, type RubricPart, sumOfRows } from '../../../../contract/scheme/schemeDocument.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { useScheme } from '../SchemeContext.ts'
import { RowReading } from './RowReading.tsx'

/** Shows the rubric (评分细则) as a document of sections and rows, each row beside its rules. (附件) */
export function RubricReading() {
  const { document } = useScheme()
  if (document.rubrics.length + document.lists.length === 0)
    return <p className="soft">方案没有评分细则，也没有加分扣分清单。</p>
  return (
    <>
      {document.rubrics.map(rubric => (
        <RubricPartReading key={rubric.id} rubric={rubric} />
      ))}
      {document.lists.length > 0 && (
        <section className="scheme-part">
          <h2>加分扣分清单</h2>
          <p className="soft">列在评分细则之外，直接加减综合得分。</p>
          <Rows rows={document.lists} />
        </section>
      )}
    </>
  )
}

function RubricPartReading({ rubric }: { readonly rubric: RubricPart }) {
  return (
    <section className="scheme-part">
      <h2>
        {rubric.title}{' '}
        <span className="soft">
          {rubric.rows.length}行，共{rubric.base}分
        </span>{' '}
        <ClauseChip of={rubric.citation} />
      </h2>
      {rubric.sections.map(section => {
        const rows = rubric.rows.filter(row => row.section === section.id)
        return (
          <section key={section.id} className="rubric-section">
            <h3>
              {section.id} {section.title}{' '}
              <span className="soft">
                {sumOfRows(rows, section.base ?? rubric.base)}分
                {section.deductionCap !== undefined && `，合计最多扣${section.deductionCap}分`}
              </span>{' '}
              <ClauseChip of={section.citation} />
            </h3>
            <Rows rows={rows} />
          </section>
        )
      })}
      <Rows rows={rubric.rows.filter(row => !rubric.sections.some(section => section.id === row.section))} />
    </section>
  )
}

function Rows({ rows }: { readonly rows: readonly RowPart[] }) {
  return rows.map(row => <RowReading key={row.id} row={row} />)
}
