import type { Counter } from './ledgerTypes.ts'

/** Counts faults in meetings and returns, recorded by others: absences, deputies, late, missing and wrong returns. (附件 四.4) */
export function FaultCounts({ of }: { readonly of: readonly Counter[] }) {
  const faults = of.filter(counter => counter.kind === 'fault')
  if (faults.length === 0) return null
  const found = faults.filter(counter => counter.total > 0)
  return (
    <section aria-labelledby="ledger-faults">
      <h2 id="ledger-faults">会议和报送的差错</h2>
      {found.length === 0 && <p>没有{faults.map(counter => counter.name).join('、')}的记录。</p>}
      {found.length > 0 && (
        <ul className="ledger-faults bare-list">
          {found.map(({ counter, name, total, periods }) => (
            <li key={counter}>
              <strong>
                {name}
                {total}次
              </strong>
              <span className="soft">
                {periods
                  .filter(slot => slot.done > 0)
                  .map(slot => `${slot.name}${slot.done}次`)
                  .join('，')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">由组织考核者或牵头单位记录；有不同意见的，请向记录者提出。</p>
    </section>
  )
}
