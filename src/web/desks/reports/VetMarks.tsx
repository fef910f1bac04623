import type { ReportRow } from './reportTypes.ts'

/** Shows in a line how many of those who vet have signed off, and whom it waits for or who returned it. */
export function VetMarks({ of: { vetters, state } }: { readonly of: Pick<ReportRow, 'vetters' | 'state'> }) {
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
