import { printDay } from '../parts/printDay.ts'
import { Clause } from './Clause.tsx'
import type { ExplainedNode, Ruling } from './ExplainedNode.ts'
import { useReading } from './ReadingContext.ts'

/** 口径提示: each ruling that acted here, in full where it acts first; whether somebody confirmed it is always said. */
export function RulingNotes({ node }: { readonly node: ExplainedNode }) {
  const { firstPlaces } = useReading()
  if (node.rulings.length === 0) return null
  const inFull = node.rulings.filter(ruling => firstPlaces.get(ruling.id) === node.path)
  const named = node.rulings.filter(ruling => !inFull.includes(ruling))
  return (
    <div className="why-rulings">
      {inFull.map(ruling => (
        <RulingInFull key={ruling.id} ruling={ruling} />
      ))}
      {named.length > 0 && <p className="why-soft">另按口径{named.map(nameWithState).join('、')}（内容见前）。</p>}
    </div>
  )
}

function RulingInFull({ ruling }: { readonly ruling: Ruling }) {
  const { id, question, text, citation, state } = ruling
  return (
    <p className={`why-ruling why-ruling-${state}`}>
      <span className="why-ruling-name">口径{id}</span>
      <span>
        {question}：<strong>{text}</strong> <Clause of={citation} />
        <span className="why-ruling-state">{standing(ruling)}</span>
      </span>
    </p>
  )
}

/** Whether a ruling stands, by whom and since when. */
function standing({ state, settledBy, settledOn }: Ruling): string {
  if (state === 'stated') return '文件已明确'
  if (state === 'assumed') return '暂按默认，尚未确认'
  if (state === 'open') return '尚无答案'
  const who = settledBy === undefined ? '' : `：${settledBy}`
  return `已确认${who}${settledOn === undefined ? '' : `，${printDay(settledOn)}`}`
}

function nameWithState({ id, state }: Ruling): string {
  return state === 'assumed' ? `${id}（暂按默认）` : id
}
