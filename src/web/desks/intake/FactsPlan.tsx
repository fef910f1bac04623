import type { Plan } from './intakeTypes.ts'
import '../../kit/table/dataTable.css'

/** Shows the changes to facts, by kind. */
export function FactsPlan({
  facts,
  replaces,
}: {
  readonly facts: Plan['facts']
  readonly replaces: boolean
}) {
  const hasRefused = facts.some(kind => kind.refused > 0)
  return (
    <div className="table-box keeps-left" tabIndex={0} role="region" aria-label="事实的改动">
      <table className="facts-plan">
        <thead>
          <tr>
            <th scope="col">事实</th>
            <th scope="col" className="to-right">
              读出
            </th>
            <th scope="col" className="to-right">
              写入
            </th>
            <th scope="col" className="to-right">
              已有相同
            </th>
            {hasRefused && (
              <th scope="col" className="to-right">
                与已有冲突
              </th>
            )}
            {replaces && (
              <th scope="col" className="to-right">
                撤下原有
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ kind, name, read, added, same, refused, withdrawn }) => (
            <tr key={kind}>
              <td>{name}</td>
              <td className="to-right">{read}</td>
              <td className="to-right">{added}</td>
              <td className="to-right">{same}</td>
              {hasRefused && <td className="to-right">{refused}</td>}
              {replaces && (
                <td className="to-right">
                  {withdrawn > 0 ? <strong className="bad">{withdrawn}</strong> : 0}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
