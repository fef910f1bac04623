import { printQuarter } from '../../../../domain/kernel/calendar.ts'
import { countInLedger, shortfallInLedger } from '../../../../domain/year/evidence/ledgerCounts.ts'
import type { WorkRow } from '../keep/phoneDatabase.ts'
import type { Sheet } from './useSheet.ts'

const PER = { year: '全年', quarter: '每季', month: '每月' } as const

/** Shows what the ledger (台账) has for the row and what earlier quarters found. */
export function RowKnown({ row, sheet: { detail } }: { readonly row: WorkRow; readonly sheet: Sheet }) {
  const ledger = row.rules.flatMap(rule =>
    rule.counters.flatMap(({ id, name, required, per }) => {
      const entries = detail.facts.ledger.filter(entry => entry.counter === id)
      const text = `${name}${countInLedger(entries)}次`
      // Of what went wrong only what there was.
      if (required === undefined || per === undefined)
        return countInLedger(entries) === 0 ? [] : [{ id, text, short: 0 }]
      // As the engine has it: a counter that nobody keeps is not short.
      const short = entries.length === 0 ? 0 : shortfallInLedger(entries, { counter: id, required, per })
      return [{ id, text: `${text}，${PER[per]}应有${required}次`, short }]
    }),
  )
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
          {finding.quarter === undefined ? '本年' : printQuarter(finding.quarter)}已记：
          {row.rules.find(rule => rule.id === finding.rule)?.text}
          {finding.amount === undefined
            ? finding.count > 1 && ` × ${finding.count}`
            : `（${finding.amount}分）`}
        </li>
      ))}
    </ul>
  )
}
