import { useState } from 'react'
import { printDay } from '../printDay.ts'
import { useCited } from './CitedContext.ts'
import { Clause } from './Clause.tsx'
import type { ExplainedNode, Ruling } from './ExplainedNode.ts'
import { useReading } from './ReadingContext.ts'

/** Shows the rulings (口径) that acted here, each in full in one place and by name elsewhere; always says whether somebody confirmed it. */
export function RulingNotes({ node }: { readonly node: ExplainedNode }) {
  const { firstPlaces } = useReading()
  if (node.rulings.length === 0) return null
  return (
    <div className="why-rulings">
      {node.rulings.map(ruling =>
        firstPlaces.get(ruling.id) === node.path ? (
          <RulingInFull key={ruling.id} ruling={ruling} />
        ) : (
          <RulingByName key={ruling.id} ruling={ruling} />
        ),
      )}
    </div>
  )
}

function RulingInFull({ ruling }: { readonly ruling: Ruling }) {
  const { id, question, text, citation, state } = ruling
  const { own } = useCited()
  return (
    <p className={`why-ruling why-ruling-${state}`}>
      <span className="why-ruling-name">口径{id}</span>
      <span>
        {question.replace(/[？?：:]$/, '')}：<strong>{text}</strong>{' '}
        {citation !== own && <Clause of={citation} />}
        <span className="why-ruling-state">{standing(ruling)}</span>
      </span>
    </p>
  )
}

function RulingByName({ ruling }: { readonly ruling: Ruling }) {
  const [open, setOpen] = useState(false)
  if (open) return <RulingInFull ruling={ruling} />
  return (
    <p className={`why-ruling why-ruling-${ruling.state}`}>
      <button type="button" className="why-ruling-by-name" onClick={() => setOpen(true)}>
        按口径{ruling.id}
      </button>
      <span className="why-ruling-state">{standing(ruling)}</span>
    </p>
  )
}

/** Describes whether a ruling is in force, by whom and since when. */
function standing({ state, settledBy, settledOn }: Ruling): string {
  if (state === 'stated') return '文件已明确'
  if (state === 'assumed') return '暂按默认，尚未确认'
  if (state === 'open') return '尚无答案'
  const who = settledBy === undefined ? '' : `：${settledBy}`
  return `已确认${who}${settledOn === undefined ? '' : `，${printDay(settledOn)}`}`
}
