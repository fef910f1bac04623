import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Progress } from './year.ts'
import { whenIs } from './whenIs.ts'

/** Shows progress by component, one line each, with its dated parts below. */
export function ComponentProgress({ of }: { readonly of: readonly Progress[] }) {
  return (
    <ul className="component-progress bare">
      {of.map(component => (
        <li key={component.component}>
          <ProgressLine
            label={component.name}
            done={component.done}
            total={component.total}
            late={lateWords(component.late)}
          />
          <p>
            权重{component.weight}%
            {component.due !== undefined &&
              `，${printDay(component.due)}截止${component.days === undefined ? '' : `（${whenIs(component.days)}）`}`}
          </p>
          {component.steps.length > 1 && (
            <ol className="bare">
              {component.steps.map(step => (
                <li key={step.id}>
                  <ProgressLine
                    label={step.name}
                    done={step.done}
                    total={step.total}
                    late={lateWords(step.late)}
                  />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  )
}

function lateWords(late: number): string | undefined {
  return late === 0 ? undefined : `逾期${late}个`
}
