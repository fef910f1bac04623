import type { IntakeChoice, IntakePlan } from '../../../../contract/intake/intakeRoutes.ts'
import type { History } from '../../../../domain/year/history/history.ts'
import { canonicalText } from '../../../../domain/kernel/ids.ts'

/** The planned changes to history: entries to write, and how many of each year are new, changed or the same. */
interface HistoryPlan {
  readonly put: History
  readonly told: IntakePlan['history']
}

/** Plans the changes to history: an entry of the same year and unit is replaced, others stay. No file overrides what was sealed here (`sealed`). (五（四）) */
export function planHistory(
  before: History,
  read: History,
  how: IntakeChoice['history'],
  sealed: readonly number[],
): HistoryPlan {
  if (how === 'skip') return { put: { years: [] }, told: [] }
  const there = new Map(
    before.years.flatMap(({ cycle, entries }) =>
      entries.map(entry => [`${cycle} ${entry.unit}`, canonicalText(entry)]),
    ),
  )
  const years = read.years.map(({ cycle, entries }) => {
    const anew = entries.filter(entry => there.get(`${cycle} ${entry.unit}`) !== canonicalText(entry))
    if (sealed.includes(cycle)) {
      const told = {
        cycle,
        read: entries.length,
        added: 0,
        changed: 0,
        same: entries.length - anew.length,
        kept: anew.length,
      }
      return { put: { cycle, entries: [] }, told }
    }
    const changed = anew.filter(entry => there.has(`${cycle} ${entry.unit}`)).length
    const told = {
      cycle,
      read: entries.length,
      added: anew.length - changed,
      changed,
      same: entries.length - anew.length,
      kept: 0,
    }
    return { put: { cycle, entries: anew }, told }
  })
  return {
    put: { years: years.map(year => year.put).filter(year => year.entries.length > 0) },
    told: years.map(year => year.told),
  }
}
