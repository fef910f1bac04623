import { describeLateness, reportColumns } from '../../../contract/reports/reportColumns.ts'
import { reportStateNames } from '../../../domain/campaign/report/reportState.ts'
import { type Column, showColumns } from '../../kit/table/column.ts'
import type { ReportRow } from './reportTypes.ts'

const CLASSES = {
  absent: 'soft',
  draft: 'soft',
  handedIn: undefined,
  returned: 'bad',
  vetted: 'good',
} as const

/** Columns of the list of reports as they look. */
export function reportLooks(): readonly Column<ReportRow>[] {
  return showColumns<ReportRow>(reportColumns, {
    unit: { width: 200, onCard: 'title' },
    secretary: { width: 90 },
    state: {
      width: 96,
      onCard: 'figure',
      show: row => <span className={CLASSES[row.state]}>{reportStateNames[row.state]}</span>,
    },
    waits: { width: 96, onCard: 'no' },
    handed: { width: 128, kind: 'day' },
    lateness: {
      width: 96,
      show: row => <span className={row.lateness && 'bad'}>{describeLateness(row) ?? '—'}</span>,
    },
    vetting: { width: 230, onCard: 'wide', show: row => <VetMarks of={row} /> },
    words: { width: 80, kind: 'number' },
    slides: { width: 120, kind: 'number', onCard: 'no', hidden: true },
    group: { width: 160, onCard: 'no' },
    tier: { width: 110, hidden: true, onCard: 'no' },
  })
}

/** Shows in a line how many of those who vet have signed off, and whom it waits for or who returned it. */
function VetMarks({ of: { vetters, state } }: { readonly of: Pick<ReportRow, 'vetters' | 'state'> }) {
  if (state === 'absent' || state === 'draft') return <span className="soft">—</span>
  const namesOf = (wanted: ReportRow['vetters'][number]['state']): string =>
    vetters
      .filter(one => one.state === wanted)
      .map(({ name }) => name)
      .join('、')
  const signed = vetters.filter(one => one.state === 'signed').length
  const [returned, waiting] = [namesOf('returned'), namesOf('waiting')]
  return (
    <>
      {signed}/{vetters.length}
      {returned !== '' && <span className="bad">，{returned}退回</span>}
      {returned === '' && waiting !== '' && <span className="soft">，待{waiting}</span>}
    </>
  )
}
