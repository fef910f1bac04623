import type { Progress, YearDate } from './year.ts'
import { whenIs } from './whenIs.ts'

/** The state of a date: done of total if something is counted for it, how many are late, and the wording. */
export interface DateStanding {
  readonly counted: { readonly done: number; readonly total: number } | undefined
  readonly late: number
  readonly words: string
}

/** Returns the state of a date, from the progress of the component step of the same name or of the components it is for. */
export function standingOf(date: YearDate, progress: readonly Progress[]): DateStanding {
  const counted = countedOf(date, progress)
  const left = counted === undefined ? 0 : counted.total - counted.done
  const late = date.state === 'past' ? left : 0
  return { counted, late, words: wordsOf(date, counted !== undefined && left === 0, late) }
}

function countedOf({ id, components }: YearDate, progress: readonly Progress[]): DateStanding['counted'] {
  const step = progress.flatMap(component => component.steps).find(one => one.id === id)
  if (step !== undefined) return { done: step.done, total: step.total }
  const meant = progress.filter(one => components.includes(one.component) && one.steps.length === 0)
  if (meant.length === 0) return undefined
  return { done: sum(meant.map(one => one.done)), total: sum(meant.map(one => one.total)) }
}

function wordsOf({ state, days }: YearDate, isDone: boolean, late: number): string {
  if (isDone) return '已完成'
  if (late > 0) return `逾期${-days}天，缺${late}个`
  return state === 'past' ? `已过${-days}天` : whenIs(days)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
