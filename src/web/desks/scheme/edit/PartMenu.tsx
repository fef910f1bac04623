import type { SchemeDocument } from '../../../../contract/scheme/schemeDocument.ts'
import { Choice } from '../../../kit/Choice.tsx'
import { useNarrow } from '../../../kit/useNarrow.ts'
import type { Fault } from '../schemeTypes.ts'
import { editParts, partOf } from './parts.ts'

interface Props {
  readonly at: string
  readonly faults: readonly Fault[]
  readonly document: SchemeDocument
  readonly onGo: (part: string) => void
}

/** Shows the menu of parts with the number of faults in each. */
export function PartMenu({ at, faults, document, onGo }: Props) {
  const narrow = useNarrow()
  const grades = document.rulings.findIndex(ruling => ruling.topic === 'overallGrades')
  const countOf = (key: string): number =>
    faults.filter(fault => fault.severity === 'fault' && partOf(fault.path, grades) === key).length
  const text = (key: string, title: string): string =>
    countOf(key) === 0 ? title : `${title}（${countOf(key)}处错误）`
  if (narrow) {
    return (
      <Choice
        label="部分"
        value={at}
        options={editParts.map(({ key, title }) => ({ value: key, text: text(key, title) }))}
        onChange={onGo}
      />
    )
  }
  return (
    <nav className="edit-menu" aria-label="方案的各部分">
      <ul className="bare">
        {editParts.map(({ key, title }) => (
          <li key={key}>
            <button type="button" aria-current={at === key ? 'true' : undefined} onClick={() => onGo(key)}>
              {title}
              {countOf(key) > 0 && <span className="late apart">{countOf(key)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
