import { Link } from '@tanstack/react-router'
import type { RulingPart } from '../../../../contract/scheme/schemeDocument.ts'
import { useMay } from '../../../client/useMay.ts'
import { printDay } from '../../../kit/printDay.ts'
import { ClauseChip } from '../ClauseChip.tsx'
import { ConfirmRulings } from '../rulings/ConfirmRulings.tsx'
import { useScheme } from '../SchemeContext.ts'
import { stateWords } from '../stateWords.ts'

const ORDER = ['open', 'assumed', 'settled', 'stated'] as const
const HEADS = {
  open: '未答复：答复之前方案不能印发',
  assumed: '暂按默认，还没有人确认',
  settled: '已确认',
  stated: '文件已明确',
} as const

/** Lists the rulings (口径), where the notice is silent; unsettled ones first. */
export function RulingsReading() {
  const { document, rulingAddress } = useScheme()
  const may = useMay()
  const confirms = may('settleRuling') && rulingAddress !== undefined
  return ORDER.map(state => {
    const rulings = document.rulings.filter(ruling => ruling.state === state)
    return rulings.length === 0 ? null : (
      <section key={state} className="scheme-part">
        <h2>
          {HEADS[state]} <span className="soft">{rulings.length}条</span>
        </h2>
        {state === 'assumed' && confirms ? (
          <ConfirmRulings rulings={rulings} line={ruling => <RulingLine ruling={ruling} />} />
        ) : (
          <ul className="bare">
            {rulings.map(ruling => (
              <li key={ruling.id} className={`ruling-line ruling-${state}`}>
                <RulingLine ruling={ruling} />
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  })
}

function RulingLine({ ruling }: { readonly ruling: RulingPart }) {
  const { rulingAddress, names } = useScheme()
  const may = useMay()
  const { id, topic, question, text, citation, state, settledBy, settledOn, component } = ruling
  const notes = [
    ...(topic === 'note' ? ['只作说明，不影响得分'] : []),
    ...(component === undefined ? [] : [`只适用于${names.nameOf(component, 'components')}`]),
    ...(settledBy === undefined
      ? []
      : [`${settledBy}${settledOn === undefined ? '' : `，${printDay(settledOn)}`}${stateWords[state]}`]),
  ]
  return (
    <>
      <span className="soft" translate="no">
        {id}
      </span>
      <div>
        <p className="soft">
          {question} <ClauseChip of={citation} />
        </p>
        <p>{state === 'open' ? <span className="late">尚未答复</span> : text}</p>
        {notes.length > 0 && <p className="soft">{notes.join('；')}</p>}
      </div>
      {rulingAddress !== undefined && (
        <Link className="ruling-go" to={rulingAddress(id)}>
          {may('settleRuling') ? (state === 'settled' ? '改答复' : '确认') : '查看'}
          <span className="only-aloud" translate="no">
            口径{id}
          </span>
        </Link>
      )}
    </>
  )
}
