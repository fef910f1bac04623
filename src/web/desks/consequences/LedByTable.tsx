import { Points } from '../../kit/Points.tsx'
import type { Consequence } from './consequence.ts'

/** Lists the years that led to a consequence, oldest first. (五（四）) */
export function LedByTable({ of: { years } }: { readonly of: Consequence }) {
  return (
    <div className="led-by-box" tabIndex={0} role="region" aria-label="依据的年度">
      <table className="led-by-table">
        <thead>
          <tr>
            <th scope="col">年度</th>
            <th scope="col">考核对象</th>
            <th scope="col" className="to-right">
              综合得分
            </th>
            <th scope="col">等次</th>
            <th scope="col" className="to-right">
              名次
            </th>
            <th scope="col" className="to-right">
              倒数
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ cycle, personName, composite, gradeName, place, of, fromBottom }) => (
            <tr key={cycle}>
              <th scope="row">{cycle}年</th>
              <td>{personName ?? '—'}</td>
              <td className="to-right">
                <Points value={composite} missing="该年度没有留存得分" />
              </td>
              <td>{gradeName ?? '—'}</td>
              <td className="to-right">
                {place === undefined ? '—' : of === undefined ? place : `${place}/${of}`}
              </td>
              <td className="to-right">{fromBottom === undefined ? '—' : `第${fromBottom}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
