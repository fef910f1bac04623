import { printDay } from '../../kit/printDay.ts'
import type { UnitDetail } from './rosterTypes.ts'
import '../../kit/table/dataTable.css'

/** Lists the terms by post, latest first, and marks who answers for the unit. */
export function TermTable({ holders }: { readonly holders: UnitDetail['holders'] }) {
  return (
    <div className="table-box keeps-left" tabIndex={0} role="region" aria-label="任职">
      <table className="term-table">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职务</th>
            <th scope="col" className="to-right">
              排序
            </th>
            <th scope="col">任职起始日</th>
            <th scope="col">任职终止日</th>
          </tr>
        </thead>
        <tbody>
          {holders.map(({ person, name, post, rank, from, to, answers }) => (
            <tr key={`${person} ${post} ${from ?? ''}`}>
              <td>
                {name}
                {answers && <span className="roster-tag">考核对象</span>}
              </td>
              <td>{post}</td>
              <td className="to-right">{rank ?? '—'}</td>
              <td>{from === undefined ? '—' : printDay(from)}</td>
              <td>{to === undefined ? '在任' : printDay(to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
