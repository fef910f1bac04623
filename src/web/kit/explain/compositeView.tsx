import { PartHead } from './PartHead.tsx'
import type { ExplainedNode } from './ExplainedNode.ts'
import { Fold } from './Fold.tsx'
import { Part, Parts } from './Part.tsx'
import { printExact, printFigure, printShare } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

const COLUMNS = 4

/** Shows the composite score (综合得分): 得分 × 权重 of each component, then lists, and at last rounding, vetoes and limits. (三（一）) */
export const compositeView: View = ({ node }) => {
  const components = node.children.filter(child => child.kind === 'component')
  const lists = node.children.filter(child => child.kind === 'row')
  const rest = node.children.filter(child => child.kind !== 'component' && child.kind !== 'row')
  return (
    <section className="why-part">
      <PartHead node={node} title="综合得分" />
      <table className="why-table">
        <thead>
          <tr>
            <th scope="col">分项</th>
            <th scope="col">得分</th>
            <th scope="col">× 权重</th>
            <th scope="col">= 计入</th>
          </tr>
        </thead>
        <tbody>
          {components.map(child => (
            <ComponentRow key={child.path} node={child} />
          ))}
          {lists.map(child => (
            <Fold
              key={child.path}
              path={child.path}
              name={
                <>
                  <span className="soft">{child.row}</span> {child.title}
                </>
              }
              columns={COLUMNS}
              cells={
                <>
                  <td />
                  <td />
                  <td>{printFigure(child.points)}</td>
                </>
              }
            >
              <Part node={child} />
            </Fold>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">综合得分</th>
            <td />
            <td />
            <td>{node.absent === true ? '暂缺' : printFigure(node.points)}</td>
          </tr>
        </tfoot>
      </table>
      {node.absent === true && <p className="why-alarm">{node.sentence}</p>}
      <RulingNotes node={node} />
      <Parts of={rest} />
    </section>
  )
}

function ComponentRow({ node }: { readonly node: ExplainedNode }) {
  const isMissing = node.contribution === undefined
  return (
    <Fold
      path={node.path}
      name={node.title}
      columns={COLUMNS}
      cells={
        <>
          <td>{isMissing ? '缺分' : printFigure(node.points)}</td>
          <td>{node.weight === undefined ? '' : `${printShare(node.weight)}%`}</td>
          <td>{isMissing ? '—' : printExact(node.contribution!)}</td>
        </>
      }
    >
      <Part node={node} />
    </Fold>
  )
}
