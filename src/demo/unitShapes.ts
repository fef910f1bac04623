import type { Unit } from '../domain/year/roster/roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { BLOCK, demoPlace, type DemoPlace } from './demoLayout.ts'

/** The shape of a unit: what the units at one place have in common in every prefecture. */
export type UnitShape = { -readonly [K in keyof Omit<Unit, 'id' | 'name'>]: Unit[K] }

/** Returns the shape of the unit at each place, computed once per scheme. */
export function unitShapes(
  scheme: Scheme,
  tiers: Readonly<Record<DemoPlace['role'], string>>,
): readonly UnitShape[] {
  return Array.from({ length: BLOCK }, (_, at): UnitShape => {
    const place = demoPlace(at)
    const wanted = kindOf(scheme, place)
    const cohort =
      scheme.cohorts.find(each => each.name === wanted) ??
      scheme.cohorts[at % Math.max(1, scheme.cohorts.length)]
    return {
      kind: cohort === undefined || cohort.name === wanted ? wanted : kindWithin(scheme, cohort.name),
      level: levelOf(scheme, place),
      tier: tiers[place.role],
      ...(cohort ? { cohort: cohort.id } : {}),
      affiliated: true,
      headedByLeader: place.special === 'ledByLeader',
      ...(place.special === 'merged' ? { closesOn: `${scheme.cycle}-06-30` } : {}),
    }
  })
}

function kindOf(scheme: Scheme, place: DemoPlace): string {
  const party = scheme.scope.answers.find(
    answer => answer.kinds !== undefined && answer.headedByLeader !== true,
  )?.kinds?.[0]
  const led = scheme.scope.answers.find(answer => answer.headedByLeader === true)?.kinds?.[0]
  if (place.special === 'ledByLeader') return led ?? party ?? '州直机关'
  if (place.role === 'lead' && place.group < 3) return party ?? '州直机关'
  const open = scheme.scope.answers.some(
    answer => answer.kinds === undefined && answer.headedByLeader !== true,
  )
  if (!open) return scheme.scope.answers.at(-1)?.kinds?.[0] ?? '州直机关'
  return place.role === 'direct' ? '中央、省驻州单位' : '州直机关'
}

/** Returns the unit kind for a cohort; only enterprises belong to 企业类. */
function kindWithin(scheme: Scheme, cohort: string): string {
  const kinds = scheme.scope.answers.flatMap(answer => answer.kinds ?? [])
  return kinds.find(kind => kind.includes(cohort.replace(/类$/u, ''))) ?? '州直机关'
}

function levelOf(scheme: Scheme, place: DemoPlace): string {
  if (place.special === 'belowLevel') return scheme.scope.levels.includes('正科级') ? '股级' : '正科级'
  const wanted = place.role === 'member' ? '副处级' : '正处级'
  return scheme.scope.levels.includes(wanted) ? wanted : (scheme.scope.levels[0] ?? wanted)
}
