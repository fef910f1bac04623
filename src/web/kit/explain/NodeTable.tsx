import type { ExplainedNode } from './ExplainedNode.ts'
import { printFigure } from './printFigure.ts'

/** Table of what a kind lists beside its sentence; whole numbers as they are, other figures as points. */
export function NodeTable({ node }: { readonly node: ExplainedNode }) {
  if (node.table === undefined) return null
  const { heads, rows } = node.table
  return (
    <table className="why-table why-table-plain">
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{shown(cell)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(cell: string | number): string {
  if (typeof cell === 'string') return cell
  return Number.isInteger(cell) ? String(cell) : printFigure(cell)
}
