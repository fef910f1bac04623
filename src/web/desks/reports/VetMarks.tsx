import { vetStateNames } from '../../../contract/reports/reportColumns.ts'
import type { ReportRow } from './reportTypes.ts'

const MARKS = { signed: '✓', returned: '↩', waiting: '…' } as const
const CLASSES = { signed: 'good', returned: 'bad', waiting: 'soft' } as const

/** Shows in a line where each body that vets stands. */
export function VetMarks({ of }: { readonly of: ReportRow['vetters'] }) {
  return (
    <ul className="vet-marks bare">
      {of.map(({ vetter, name, state }) => (
        <li key={vetter} className={CLASSES[state]}>
          <span aria-hidden>{MARKS[state]}</span> {name}
          <span className="only-aloud">{vetStateNames[state]}</span>
        </li>
      ))}
    </ul>
  )
}
