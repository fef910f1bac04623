import { FaultList } from '../FaultList.tsx'
import type { Fault } from '../schemeTypes.ts'
import type { Check } from './useCheck.ts'

/** Shows the results of the engine's check beside the form; each fault links to its place. */
export function CheckPanel({
  check: { faults, late, error },
  onGo,
}: {
  readonly check: Check
  readonly onGo: (fault: Fault) => void
}) {
  const wrong = faults.filter(fault => fault.severity === 'fault')
  const warnings = faults.filter(fault => fault.severity === 'warning')
  return (
    <section className={late ? 'check-panel check-late' : 'check-panel'} aria-label="检查结果">
      <h2>检查</h2>
      <p aria-live="polite" className={wrong.length > 0 ? 'late' : 'soft'}>
        {error !== null ? error.message : describe(wrong.length, warnings.length, late)}
      </p>
      <FaultList faults={wrong} onGo={onGo} />
      {warnings.length > 0 && (
        <details>
          <summary>{warnings.length}处提醒</summary>
          <FaultList faults={warnings} onGo={onGo} />
        </details>
      )}
    </section>
  )
}

function describe(wrong: number, warnings: number, late: boolean): string {
  const found = wrong === 0 ? '没有错误，可以印发' : `${wrong}处错误，改正后才能印发`
  return `${found}${warnings > 0 ? `；${warnings}处提醒` : ''}${late ? '（检查中）' : ''}`
}
