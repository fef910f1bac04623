import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { printDay } from '../../kit/printDay.ts'
import type { Progress } from './year.ts'
import { whenIs } from '../../kit/whenIs.ts'

/** Shows progress by component: what is complete in one line, a bar with its dated parts for each that lacks something. */
export function ComponentProgress({ of }: { readonly of: readonly Progress[] }) {
  const complete = of.filter(({ done, total }) => done === total)
  const lacking = of.filter(({ done, total }) => done < total)
  return (
    <>
      {complete.length > 0 && (
        <p className="soft">
          已齐全：
          {complete.map(({ name, weight, total }) => `${name}（权重${weight}%，${total}个单位）`).join('、')}
        </p>
      )}
      {lacking.length > 0 && <Lacking of={lacking} />}
    </>
  )
}

function Lacking({ of }: { readonly of: readonly Progress[] }) {
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
          {component.steps.some(step => step.done < step.total) && (
            <ol className="bare">
              {component.steps
                .filter(step => step.done < step.total)
                .map(step => (
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
