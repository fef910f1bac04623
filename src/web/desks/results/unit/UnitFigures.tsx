import { Ask } from '../../../kit/explain/Ask.tsx'
import { printFigure, printShare } from '../../../kit/explain/printFigure.ts'
import type { UnitResult } from '../resultTypes.ts'

interface Props {
  readonly result: UnitResult
  readonly onAsk: (at: string) => void
}

/** Shows the main figures: composite, grade, place, then each component; every figure links to its explanation. */
export function UnitFigures({ result, onAsk }: Props) {
  const { row, components, unitName } = result
  if (row === undefined) return null
  const { composite, grade, standing } = row
  return (
    <dl className="unit-figures">
      <div className="unit-figure-main">
        <dt>综合得分</dt>
        <dd>
          {composite === undefined ? (
            '暂缺'
          ) : (
            <Ask of={`${unitName}的综合得分`} onAsk={() => onAsk('composite')}>
              {printFigure(composite)}
            </Ask>
          )}
        </dd>
      </div>
      <div>
        <dt>等次</dt>
        <dd>
          {grade === undefined ? (
            '—'
          ) : (
            <Ask of={`${unitName}的等次`} onAsk={() => onAsk('grade')}>
              {grade.name}
            </Ask>
          )}
        </dd>
      </div>
      <div>
        <dt>名次{standing !== undefined && standing.tiedWith.length > 0 ? '（并列）' : ''}</dt>
        <dd>
          {standing === undefined ? (
            '—'
          ) : (
            <Ask of={`${unitName}的名次`} onAsk={() => onAsk('standing')}>
              {standing.place}
              <small> / {standing.of}</small>
            </Ask>
          )}
        </dd>
      </div>
      {components.map((component, at) => {
        const own = row.components[at]
        return (
          <div key={component.id}>
            <dt>
              {component.name} <span className="unit-soft">{printShare(component.weight)}%</span>
            </dt>
            <dd>
              {own?.points === undefined ? (
                <span className="bad" title={own?.missing}>
                  缺分
                </span>
              ) : (
                <Ask of={`${unitName}的${component.name}`} onAsk={() => onAsk(component.id)}>
                  {printFigure(own.points)}
                </Ask>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
