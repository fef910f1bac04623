import { printDay } from '../../kit/printDay.ts'
import type { Progress, Year } from './year.ts'

/** Describes the unit's own progress by component: whether the data for its score have been entered. */
export function OwnProgress({ of: { progress } }: { readonly of: Year }) {
  return (
    <ul className="own-progress line-list">
      {progress.map(component => (
        <li key={component.component}>
          <span>
            {component.name}
            <span className="soft">
              权重{component.weight}%
              {component.due !== undefined && component.done === 0 && `，${printDay(component.due)}截止`}
            </span>
          </span>
          <span className={component.late > 0 ? 'urgent' : 'soft'}>{standing(component)}</span>
        </li>
      ))}
    </ul>
  )
}

function standing({ done, total, late }: Progress): string {
  if (total === 0) return '不涉及'
  if (done > 0) return '考核数据已录入'
  return late > 0 ? '逾期未录入' : '还没有录入'
}
