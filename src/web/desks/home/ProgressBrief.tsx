import { ProgressLine } from '../../kit/ProgressLine.tsx'
import { OwnProgress } from '../year/OwnProgress.tsx'
import { useSeesOwnOnly } from '../year/useSeesOwnOnly.ts'
import type { Year } from '../year/year.ts'
import '../year/progress.css'

/** 各分项进度, in brief; of one unit alone, in words. */
export function ProgressBrief({ of }: { readonly of: Year }) {
  const isOwn = useSeesOwnOnly()
  if (of.progress.every(component => component.total === 0)) return null
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">{isOwn ? '本单位各分项' : '各分项有得分的单位'}</h2>
      {isOwn ? (
        <OwnProgress of={of} />
      ) : (
        of.progress.map(({ component, name, done, total, late }) => (
          <ProgressLine
            key={component}
            label={name}
            done={done}
            total={total}
            late={late === 0 ? undefined : `逾期${late}个`}
          />
        ))
      )}
    </section>
  )
}
