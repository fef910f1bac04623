import { ProgressLine } from '../../parts/ProgressLine.tsx'
import type { Year } from '../year/year.ts'

/** 各分项进度, in brief. */
export function ProgressBrief({ of: { progress, units } }: { readonly of: Year }) {
  if (units === 0 || progress.length === 0) return null
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">各分项有得分的单位</h2>
      {progress.map(({ component, name, done, total, late }) => (
        <ProgressLine key={component} label={name} done={done} total={total} late={late === 0 ? undefined : `逾期${late}个`} />
      ))}
    </section>
  )
}
