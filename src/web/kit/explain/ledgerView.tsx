import { OwnClause } from './OwnClause.tsx'
import { Fold } from './Fold.tsx'
import { Part } from './Part.tsx'
import { printFigure } from './printFigure.ts'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

const COLUMNS = 2

/** Shows the ledger score (台账): full mark, what each matter took, what is left; a matter opens to its counts by period. (三（二）1, R6) */
export const ledgerView: View = ({ node }) => (
  <section className="why-part">
    <p className="why-lead">
      {node.sentence} <OwnClause />
    </p>
    {node.children.length > 0 && (
      <table className="why-table">
        <thead>
          <tr>
            <th scope="col">台账事项</th>
            <th scope="col">扣分</th>
          </tr>
        </thead>
        <tbody>
          {node.children.map(item => (
            <Fold
              key={item.path}
              path={item.path}
              name={item.title}
              columns={COLUMNS}
              cells={<td>{printFigure(item.points)}</td>}
            >
              <Part node={item} />
            </Fold>
          ))}
        </tbody>
      </table>
    )}
    <RulingNotes node={node} />
  </section>
)
