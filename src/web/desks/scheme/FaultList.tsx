import type { Fault } from './schemeTypes.ts'

interface Props {
  readonly faults: readonly Fault[]
  /** goes to the place of the fault; without it faults are only shown. */
  readonly onGo?: (fault: Fault) => void
}

/** Lists the faults: where, what is wrong, by which clause, and what to do. */
export function FaultList({ faults, onGo }: Props) {
  return (
    <ul className="fault-list bare">
      {faults.map((fault, at) => (
        <li key={at} className={fault.severity === 'warning' ? 'fault-warning' : undefined}>
          <p>
            {onGo === undefined ? (
              <strong translate={fault.file === undefined ? undefined : 'no'}>{placeOf(fault)}</strong>
            ) : (
              <button type="button" className="fault-go" onClick={() => onGo(fault)}>
                {placeOf(fault)}
              </button>
            )}
            {fault.citation !== undefined && <span className="soft apart">{fault.citation}</span>}
          </p>
          <p>
            {fault.wrong}。<span className="soft">{fault.remedy}。</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function placeOf({ place, file, line }: Fault): string {
  if (file === undefined) return place === '' ? '方案' : place
  return line === undefined ? file : `${file} 第${line}行`
}
