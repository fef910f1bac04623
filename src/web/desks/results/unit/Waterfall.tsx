import { Ask } from '../../../kit/explain/Ask.tsx'
import { printExact, printSigned } from '../../../kit/explain/printFigure.ts'
import type { UnitResult } from '../resultTypes.ts'
import { waterfallScale } from './waterfallScale.ts'

interface Props {
  readonly unit: string
  readonly steps: UnitResult['waterfall']
  readonly onAsk: (at: string) => void
}

/** Charts a waterfall from the full mark down to the score, one row per step; to screen readers it is a table. */
export function Waterfall({ unit, steps, onAsk }: Props) {
  if (steps.length === 0) return null
  const { from, to, at } = waterfallScale(steps)
  return (
    <>
      <table className="waterfall" aria-label="从满分到得分">
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col" aria-hidden className="waterfall-axis">
              <span>{from}</span>
              <span>{to}</span>
            </th>
            <th scope="col">影响</th>
            <th scope="col">累计</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, place) => {
            const isEnd = step.kind === 'base' || step.kind === 'score'
            const before = isEnd ? from : step.after - step.effect
            const [left, right] = [Math.min(before, step.after), Math.max(before, step.after)]
            return (
              <tr key={place} className={isEnd ? 'waterfall-end' : undefined}>
                <th scope="row">
                  <span title={step.label}>
                    {step.row !== undefined && <span className="soft">{step.row} </span>}
                    {step.label}
                  </span>
                </th>
                <td aria-hidden>
                  <span className="waterfall-track">
                    <span
                      className={barClass(step)}
                      style={{ left: `${at(left)}%`, width: `max(2px, ${at(right) - at(left)}%)` }}
                    />
                  </span>
                </td>
                <td>
                  {isEnd ? (
                    ''
                  ) : step.path === undefined ? (
                    printSigned(step.effect)
                  ) : (
                    <Ask of={`${unit}：${step.label}`} onAsk={() => onAsk(step.path!)}>
                      {printSigned(step.effect)}
                    </Ask>
                  )}
                </td>
                <td>
                  {step.kind === 'score' ? (
                    <Ask of={`${unit}的综合得分`} onAsk={() => onAsk('composite')}>
                      <strong>{printExact(step.after)}</strong>
                    </Ask>
                  ) : (
                    printExact(step.after)
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {from > 0 && <p className="unit-soft">横轴自{from}分起。</p>}
    </>
  )
}

function barClass({ kind, effect }: UnitResult['waterfall'][number]): string {
  if (kind === 'base' || kind === 'score') return 'waterfall-bar waterfall-whole'
  return effect < 0 ? 'waterfall-bar waterfall-down' : 'waterfall-bar waterfall-up'
}
