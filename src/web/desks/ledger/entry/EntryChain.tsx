import { Link } from '@tanstack/react-router'
import { ChineseDate } from '../../../kit/ChineseDate.tsx'
import { entryAt } from '../addresses.ts'
import { describeEntryState } from '../../../../contract/ledger/entryColumns.ts'
import type { Entry } from '../ledgerTypes.ts'

interface Props {
  readonly of: readonly Entry[]
  readonly shown: string
  readonly year: number
  readonly unit: string
}

/** Shows the corrections of an entry: each earlier version and why it was replaced. */
export function EntryChain({ of, shown, year, unit }: Props) {
  return (
    <section aria-labelledby="entry-chain">
      <h2 id="entry-chain">更正经过</h2>
      <ol className="entry-chain">
        {of.map(entry => (
          <li key={entry.id} aria-current={entry.id === shown ? 'true' : undefined}>
            {entry.id === shown ? (
              <strong>{entry.title}</strong>
            ) : (
              <Link to={entryAt(year, unit, entry.id)}>{entry.title}</Link>
            )}
            <span className="soft">
              <ChineseDate of={entry.happenedOn} />，{entry.periodName}，{entry.enteredBy}
              <ChineseDate of={entry.enteredOn} />
              登记，{describeEntryState(entry)}
            </span>
            {entry.ended !== undefined && (
              <span className="soft">
                {entry.ended.by}：{entry.ended.reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
