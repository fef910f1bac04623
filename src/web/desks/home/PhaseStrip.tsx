import type { Year } from '../year/year.ts'

/** 阶段条: where in its course the year stands. */
export function PhaseStrip({ of: { phases } }: { readonly of: Year }) {
  const now = phases.findIndex(phase => phase.state === 'now')
  return (
    <section aria-label="年度阶段">
      <ol className="phase-strip">
        {phases.map(({ phase, name, state }, at) => (
          <li
            key={phase}
            className={`strip-${state}${at === now + 1 ? ' strip-next' : ''}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
    </section>
  )
}
