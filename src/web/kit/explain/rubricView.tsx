import { Button } from 'antd'
import { useState } from 'react'
import type { ExplainedNode } from './ExplainedNode.ts'
import { Fold } from './Fold.tsx'
import { OwnClause } from './OwnClause.tsx'
import { Part, Parts } from './Part.tsx'
import { printFigure } from './printFigure.ts'
import { useReading } from './ReadingContext.ts'
import { RulingNotes } from './RulingNotes.tsx'
import { touched } from './touched.ts'
import type { View } from './View.ts'

const COLUMNS = 4

/** Shows a rubric (评分细则): a plain table of its rows, those that lost points first and the others on demand, each opening to its rules. (附件) */
export const rubricView: View = ({ node }) => {
  const { allRows } = useReading()
  const [more, setMore] = useState(false)
  const rows = node.children.filter(child => child.kind === 'row')
  const rest = node.children.filter(child => child.kind !== 'row')
  const lost = rows.filter(touched)
  const whole = rows.filter(row => !touched(row))
  const showWhole = allRows || more
  return (
    <section className="why-part">
      <p className="why-lead">
        {node.sentence} <OwnClause />
      </p>
      <table className="why-table">
        <thead>
          <tr>
            <th scope="col">核查内容</th>
            <th scope="col">分值</th>
            <th scope="col">扣（加）分</th>
            <th scope="col">得分</th>
          </tr>
        </thead>
        <tbody>
          {lost.map(row => (
            <RubricRow key={row.path} node={row} />
          ))}
          {showWhole && whole.map(row => <RubricRow key={row.path} node={row} />)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td>{node.base === undefined ? '' : printFigure(node.base)}</td>
            <td>{node.base === undefined ? '' : printFigure(node.points - node.base)}</td>
            <td>{printFigure(node.points)}</td>
          </tr>
        </tfoot>
      </table>
      {whole.length > 0 && !allRows && (
        <Button size="small" type="link" className="why-more" onClick={() => setMore(!more)}>
          {more ? '收起没有扣分的行' : `另有${whole.length}行没有扣分`}
        </Button>
      )}
      <Parts of={rest} />
      <RulingNotes node={node} />
    </section>
  )
}

function RubricRow({ node }: { readonly node: ExplainedNode }) {
  const moved = node.points - (node.base ?? 0)
  return (
    <Fold
      path={node.path}
      name={
        <>
          <span className="soft">{node.row}</span> {node.title}
        </>
      }
      columns={COLUMNS}
      quiet={!touched(node)}
      cells={
        <>
          <td>{printFigure(node.base ?? 0)}</td>
          <td>{moved === 0 && !touched(node) ? '—' : printFigure(moved)}</td>
          <td>{printFigure(node.points)}</td>
        </>
      }
    >
      {touched(node) ? <Part node={node} /> : undefined}
    </Fold>
  )
}
