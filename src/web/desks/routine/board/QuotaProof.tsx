import { ClauseChip, NOT_RESTATED } from '../../../kit/ClauseChip.tsx'
import type { Board } from '../routineTypes.ts'

/** Shows how the quota (名额) is computed: shares, whole parts, remainders, places, and each step in words. (R4) */
export function QuotaProof({ board: { proof, component } }: { readonly board: Board }) {
  return (
    <details className="quota-proof">
      <summary>名额怎样算出：{proof.rows.map(row => `${row.name}${row.places}个`).join('，')}</summary>
      <div className="proof-box" tabIndex={0} role="region" aria-label="名额的推算">
        <table>
          <thead>
            <tr>
              <th scope="col">等次</th>
              <th scope="col" className="to-right">
                比例
              </th>
              <th scope="col" className="to-right">
                应得
              </th>
              <th scope="col" className="to-right">
                整数
              </th>
              <th scope="col" className="to-right">
                余数
              </th>
              <th scope="col" className="to-right">
                补得
              </th>
              <th scope="col" className="to-right">
                名额
              </th>
            </tr>
          </thead>
          <tbody>
            {proof.rows.map(row => (
              <tr key={row.grade}>
                <th scope="row">{row.name}</th>
                <td className="to-right">{row.share}</td>
                <td className="to-right">{row.exact}</td>
                <td className="to-right">{row.whole}</td>
                <td className="to-right">{row.remainder}</td>
                <td className="to-right">{row.extra === 0 ? '—' : row.extra}</td>
                <td className="to-right">
                  <strong>{row.places}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol>
        {proof.sentences.map(sentence => (
          <li key={sentence}>{sentence}。</li>
        ))}
      </ol>
      <p className="soft">
        依据 <ClauseChip citation={component.citation}>{NOT_RESTATED}</ClauseChip>
        {component.rulings.map(ruling => (
          <span key={ruling.id}>
            ；口径{ruling.id}：{ruling.text}
          </span>
        ))}
      </p>
    </details>
  )
}
