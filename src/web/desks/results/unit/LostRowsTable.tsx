import { Ask } from '../../../kit/explain/Ask.tsx'
import { printExact, printFigure } from '../../../kit/explain/printFigure.ts'
import type { UnitResult } from '../resultTypes.ts'

interface Props {
  readonly unit: string
  readonly rows: UnitResult['rowsLost']
  readonly onAsk: (at: string) => void
}

/** Lists the rows with lost points, largest loss first, each with the rules that deducted them. (附件) */
export function LostRowsTable({ unit, rows, onAsk }: Props) {
  if (rows.length === 0) return <p className="unit-soft">没有失分的行。</p>
  return (
    <div className="unit-scroll" role="region" aria-label="失分的行" tabIndex={0}>
      <table className="unit-table stacks" aria-label="失分的行">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">失分原因</th>
            <th scope="col" className="to-right">
              分值
            </th>
            <th scope="col" className="to-right">
              失分
            </th>
            <th scope="col" className="to-right">
              折合综合分
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.path}>
              <th scope="row">
                {row.row} {row.title}
                {row.again && <small className="unit-again">上年度也失分</small>}
              </th>
              <td>
                {row.rules.map(rule => (
                  <span key={rule.rule} className="block">
                    {rule.sentence}
                  </span>
                ))}
              </td>
              <td className="to-right" data-head="分值">
                {printFigure(row.base)}
              </td>
              <td className="to-right" data-head="失分">
                <Ask of={`${unit}的${row.row}`} onAsk={() => onAsk(row.path)}>
                  {printFigure(row.lost)}
                </Ask>
              </td>
              <td className="to-right" data-head="折合综合分">
                {printExact(Math.abs(row.effect))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
