import { printPoints } from '../../../../domain/kernel/points.ts'
import { sizeOf } from '../draft/toFindings.ts'
import type { Sheet } from './useSheet.ts'

/** Shows the findings as both sides read them. */
export function FoundList({ sheet: { draft, rubric } }: { readonly sheet: Sheet }) {
  if (draft.findings.length === 0) return <p className="empty">没有发现问题。</p>
  return (
    <ul className="found-list">
      {rubric.rows.flatMap(row =>
        draft.findings
          .filter(finding => finding.row === row.id)
          .map(finding => {
            const rule = row.rules.find(one => one.id === finding.rule)
            const level = rule?.levels?.find(one => one.id === finding.level)
            return (
              <li key={finding.id}>
                <strong>{row.id}</strong> {rule?.text}
                {finding.amount !== undefined && `，${printPoints(finding.amount)}分`}
                {level !== undefined && `，${level.name}`}
                {rule?.once === false &&
                  finding.amount === undefined &&
                  `，${sizeOf(finding)}${rule.unitWord}`}
                {finding.note !== '' && <span className="soft">（{finding.note}）</span>}
              </li>
            )
          }),
      )}
    </ul>
  )
}
