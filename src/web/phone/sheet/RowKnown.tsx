import type { WorkRow } from '../keep/phoneDatabase.ts'
import type { Sheet } from './useSheet.ts'

const PER = { year: '全年', quarter: '每季', month: '每月' } as const

/** 已知的情况: what the ledger shows for the row, and what earlier quarters found. */
export function RowKnown({ row, sheet: { detail } }: { readonly row: WorkRow; readonly sheet: Sheet }) {
  const counters = row.rules.flatMap(rule => rule.counters)
  const ledger = counters.flatMap(({ id, name, required, per }) => {
    const known = detail.counters?.find(one => one.counter === id)
    if (known === undefined && required === undefined) return []
    const due = required === undefined || per === undefined ? '' : `，${PER[per]}应有${required}次`
    const short = known?.required !== undefined && known.done < known.required ? known.required - known.done : 0
    return [{ id, text: `${name}${known?.done ?? 0}次${due}`, short }]
  })
  const earlier = detail.earlier.filter(finding => finding.row === row.id)
  if (ledger.length === 0 && earlier.length === 0) return null
  return (
    <ul className="known">
      {ledger.map(({ id, text, short }) => (
        <li key={id}>
          台账：{text}
          {short > 0 && <b>，缺{short}次</b>}
        </li>
      ))}
      {earlier.map((finding, at) => (
        <li key={at}>
          {finding.quarter === undefined ? '本年' : `第${finding.quarter}季度`}已记：
          {row.rules.find(rule => rule.id === finding.rule)?.text}
          {finding.amount === undefined ? finding.count > 1 && ` × ${finding.count}` : `（${finding.amount}分）`}
        </li>
      ))}
    </ul>
  )
}
