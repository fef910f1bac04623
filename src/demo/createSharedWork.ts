import type { QuotaGradingMethod } from '../domain/scheme/component.ts'
import { gradeGroup } from './demoGroup.ts'
import { groupMembers, LEADS, type DemoPlace } from './demoLayout.ts'
import type { DemoPlan } from './demoPlan.ts'
import { demoSession, type DemoSession } from './demoSession.ts'

/** Results shared by neighbouring units, computed once: the voters of their session and the grades of their lead group. */
export interface SharedWork {
  readonly session: (place: DemoPlace, classes: number) => DemoSession
  readonly grades: (
    place: DemoPlace,
    component: string,
    method: QuotaGradingMethod,
  ) => ReadonlyMap<number, string>
}

/** Creates the shared work; only the last answer is kept, because neighbours come in sequence and a stream of millions must not grow. */
export function createSharedWork(seed: number, plan: DemoPlan): SharedWork {
  let held: { readonly number: number; readonly classes: number; readonly session: DemoSession } | undefined
  let graded:
    | { readonly at: number; readonly component: string; readonly grades: ReadonlyMap<number, string> }
    | undefined
  return {
    session: (place, classes) => {
      const number = sessionNumber(place.block, groupOf(place))
      if (held?.number !== number || held.classes !== classes)
        held = { number, classes, session: demoSession(seed, number, classes) }
      return held.session
    },
    grades: (place, component, method) => {
      const at = place.block * LEADS + place.group
      if (graded?.at !== at || graded.component !== component) {
        const group = groupMembers(place.block, place.group, Infinity)
        graded = { at, component, grades: gradeGroup(plan, seed, group, method, component) }
      }
      return graded.grades
    },
  }
}

function groupOf(place: DemoPlace): number | undefined {
  return place.role === 'member' ? place.group : undefined
}

/** Returns the session number: one session of the first tier and one per lead group in every prefecture. */
export function sessionNumber(block: number, group: number | undefined): number {
  return block * (LEADS + 1) + (group === undefined ? 0 : group + 1)
}
