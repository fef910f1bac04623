import type { Scheme } from '../../scheme/scheme.ts'
import { listDeadlines } from '../../scheme/listDeadlines.ts'
import { methodKind } from '../../scheme/methods.ts'
import { dayIn } from '../../kernel/calendar.ts'
import { deadlineComponents } from './deadlineComponents.ts'
import type { OpeningDays } from './cycleState.ts'

/** Returns the usual first day of each phase (各阶段通常的开始日期): the first day of the year, and the first day on which a component is voted on. (四（四）) */
export function openingDays(scheme: Scheme): OpeningDays {
  const voted = new Set(
    scheme.components
      .filter(one => one.methods.some(method => methodKind(method).isVoted))
      .map(one => one.id),
  )
  const days = listDeadlines(scheme)
    .filter(deadline => deadlineComponents(scheme, deadline).some(component => voted.has(component)))
    .map(({ from, due }) => from ?? due)
    .toSorted()
  return { running: dayIn(scheme.cycle, '01-01'), debriefed: days[0] }
}
