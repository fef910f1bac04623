import type { Board, Member } from '../routineTypes.ts'
import { edgesOf } from './edgesOf.ts'
import { useLedgerLines } from './ledgerLines.ts'
import { costOf, describeStanding } from './standing.ts'

/** 等次边上是谁: of two grades side by side, those whose ledgers are nearest; advice only. */
export function Edges({ board, members }: { readonly board: Board; readonly members: readonly Member[] }) {
  const lines = useLedgerLines(board.year)
  const edges = edgesOf(board.component.grades, members, member => costOf(member, lines.get(member.unit)))
  if (edges.length === 0) return null
  const standing = (member: Member) =>
    describeStanding(member, lines.get(member.unit)).join('，') || '台账没有记录'
  return (
    <section className="edges" aria-labelledby="edges-head">
      <h2 id="edges-head">等次边上的单位</h2>
      <ul>
        {edges.map(({ upper, lower, crossed }) => (
          <li key={`${upper.gradeName} ${lower.gradeName}`}>
            “{upper.gradeName}”中台账较弱的是{upper.member.unitName}（{standing(upper.member)}）；“
            {lower.gradeName}”中台账较好的是
            {lower.member.unitName}（{standing(lower.member)}）。
            {crossed && <strong>后者的台账好于前者，请在理由中写明。</strong>}
          </li>
        ))}
      </ul>
      <p className="soft">台账只是评定的参考，不代替评定。</p>
    </section>
  )
}
