import { printDecimal } from '../../../kit/Points.tsx'
import type { RoutineLedger } from '../routineTypes.ts'

/** Explains how much each fault costs and where it is deducted, with the rulings. (R6, R17, R22) */
export function CostWords({ ledger: { faults, rulings } }: { readonly ledger: RoutineLedger }) {
  if (faults.length === 0) return <p className="soft">本年度方案没有缺席、迟报一类的登记事项。</p>
  return (
    <details className="cost-words">
      <summary>每一项扣多少分，扣在哪里</summary>
      <ul>
        {faults.map(({ counter, name, costs }) => (
          <li key={counter}>
            {name}：
            {costs.length === 0
              ? '不扣分，只作记录'
              : costs
                  .map(cost => `${cost.citation}“${cost.where}”每次${printDecimal(cost.each)}分`)
                  .join('；')}
          </li>
        ))}
        {rulings.map(({ id, text }) => (
          <li key={id}>
            口径{id}：{text}
          </li>
        ))}
        <li>牵头单位为所属单位登记的，供评定等次参考；是否计分依口径。</li>
      </ul>
    </details>
  )
}
