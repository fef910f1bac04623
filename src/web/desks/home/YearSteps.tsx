import { printMoment } from '../../kit/printDay.ts'
import type { Year } from '../year/year.ts'

/** Shows the year as steps with their dates; on a phone the present step and the next one, in a line. */
export function YearSteps({ of: { phases } }: { readonly of: Year }) {
  const now = phases.findIndex(phase => phase.state === 'now')
  return (
    <section className="home-steps" aria-label="年度阶段">
      <p className="stepper-place soft">
        第{now + 1}步，共{phases.length}步
      </p>
      <ol className="stepper bare">
        {phases.map(({ phase, name, state, at }, place) => (
          <li
            key={phase}
            className={`step-${state}${place === now + 1 ? ' step-next' : ''}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="stepper-name">{name}</span>
            <small>{whenOf(state, at, place === now + 1)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Says when a stage began; of the one after now that it comes next, so that nobody reads it as begun. */
function whenOf(state: Year['phases'][number]['state'], at: string | undefined, isNext: boolean): string {
  if (isNext && state === 'ahead') return '接下来'
  if (at === undefined) return state === 'now' ? '正在进行' : ''
  const [day] = printMoment(at).split(' ')
  return state === 'now' ? `${day}起` : day!
}
