import { OwnClause } from './OwnClause.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import type { View } from './View.ts'

/** Shows the rounding (修约): the exact value, the decimals kept and the result, in small type; nothing where nothing was rounded. (R20) */
export const roundingView: View = ({ node }) => {
  const acted = node.rulings.length > 0 || (node.exact !== undefined && node.exact.decimal !== node.points)
  if (!acted) return null
  return (
    <section className="why-part">
      <p className="why-line why-soft small-soft">
        <span>
          修约：{node.sentence}
          {node.exact !== undefined && (
            <span className="unbroken">（精确值即{node.exact.fraction}）</span>
          )}{' '}
          <OwnClause />
        </span>
      </p>
      <RulingNotes node={node} />
    </section>
  )
}
