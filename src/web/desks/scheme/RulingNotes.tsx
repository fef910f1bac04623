import { Link } from '@tanstack/react-router'
import type { RulingPart } from '../../../contract/scheme/schemeDocument.ts'
import { useScheme } from './SchemeContext.ts'
import { stateWords } from './stateWords.ts'

/** Shows a ruling (口径) where it applies: its answer in words and whether it is confirmed. */
function RulingNote({ of }: { readonly of: RulingPart }) {
  const { rulingAddress } = useScheme()
  const name = `口径${of.id}`
  return (
    <p className={`ruling-note ruling-${of.state}`}>
      {rulingAddress === undefined ? (
        <strong translate="no">{name}</strong>
      ) : (
        <Link to={rulingAddress(of.id)} translate="no">
          {name}
        </Link>
      )}
      <span>{of.state === 'open' ? of.question : of.text}</span>
      <span className="ruling-state">{stateWords[of.state]}</span>
    </p>
  )
}

/** Shows several rulings. */
export function RulingNotes({ of }: { readonly of: readonly RulingPart[] }) {
  if (of.length === 0) return null
  return (
    <div className="ruling-notes">
      {of.map(ruling => (
        <RulingNote key={ruling.id} of={ruling} />
      ))}
    </div>
  )
}
