import { ProgressLine } from '../../parts/ProgressLine.tsx'
import type { Progress, Year } from '../year/year.ts'

/** 各分项进度, in brief; of one unit alone, in words. */
export function ProgressBrief({ of: { progress } }: { readonly of: Year }) {
  const total = progress[0]?.total ?? 0
  if (total === 0) return null
  if (total === 1) return <OwnUnit progress={progress} />
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">各分项有得分的单位</h2>
      {progress.map(({ component, name, done, total: all, late }) => (
        <ProgressLine key={component} label={name} done={done} total={all} late={late === 0 ? undefined : `逾期${late}个`} />
      ))}
    </section>
  )
}

function OwnUnit({ progress }: { readonly progress: readonly Progress[] }) {
  return (
    <section aria-labelledby="progress-head">
      <h2 id="progress-head">本单位各分项</h2>
      <ul className="home-list">
        {progress.map(({ component, name, weight, done, late }) => (
          <li key={component}>
            <span className="home-what">
              {name}（权重{weight}%）
            </span>
            <span className={late > 0 ? 'home-when home-late' : 'home-when'}>
              {done > 0 ? '考核数据已录入' : late > 0 ? '逾期未录入' : '还没有录入'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
