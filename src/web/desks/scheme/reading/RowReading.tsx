import { rulingsOfRow } from '../../../../contract/scheme/rulingsActing.ts'
import type { RowPart } from '../../../../contract/scheme/schemeDocument.ts'
import { describeRule } from '../../../../contract/scheme/describeRule.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { RulingNotes } from '../RulingNotes.tsx'
import { useScheme } from '../SchemeContext.ts'
import { useSought } from './useSought.ts'

/** Shows a rubric row: number, content and points beside each of its rules and the rulings that apply. (附件) */
export function RowReading({ row }: { readonly row: RowPart }) {
  const { document, names } = useScheme()
  const sought = useSought<HTMLElement>('row', row.id)
  return (
    <article {...sought} className="rubric-row" aria-label={`${row.id} ${row.title}`}>
      <div className="rubric-row-head">
        <span className="rubric-row-id">{row.id}</span>
        <h4>{row.title}</h4>
        <span className="rubric-row-base">{row.base}分</span>
        <ClauseChip of={row.citation} />
        <RowLimits row={row} />
      </div>
      <div className="rubric-row-rules">
        <ul className="bare">
          {row.rules.map(rule => (
            <li key={rule.id}>
              <span>{rule.text}</span>
              <span className="soft">{describeRule(rule, names, row.id)}</span>
              {rule.citation !== row.citation && <ClauseChip of={rule.citation} />}
            </li>
          ))}
          {row.rules.length === 0 && <li className="soft">没有评分标准，人人得满分。</li>}
        </ul>
        <RulingNotes of={rulingsOfRow(document, row)} />
      </div>
    </article>
  )
}

function RowLimits({ row: { floor, cap, tiers } }: { readonly row: RowPart }) {
  const { names } = useScheme()
  const told = [
    ...(floor === undefined
      ? []
      : [floor === 'negative' ? '可以倒扣' : floor === 0 ? '扣完为止' : `最低${floor}分`]),
    ...(cap === undefined ? [] : [`最高${cap}分`]),
    ...(tiers === undefined ? [] : [`只适用于${tiers.map(id => names.nameOf(id, 'tiers')).join('、')}`]),
  ]
  return told.length === 0 ? null : <span className="rubric-row-limits">{told.join('，')}</span>
}
