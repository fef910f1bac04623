import type { Finding } from './documentTypes.ts'

/** Lists findings about a Word file: place, what is wrong, what to do. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <div className="kind-table" tabIndex={0} role="region" aria-label="检查结果">
      <table>
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">问题</th>
            <th scope="col">怎样改</th>
          </tr>
        </thead>
        <tbody>
          {findings.map(({ weight, where, what, remedy }, at) => (
            <tr key={at}>
              <td>{where}</td>
              <td className={weight === 'fault' ? 'bad' : undefined}>{what}</td>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
