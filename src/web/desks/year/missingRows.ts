import type { Year } from './year.ts'

/** A missing item: a unit without a score in a component. */
export interface MissingRow {
  readonly unit: string
  readonly name: string
  readonly group: string
  readonly component: string
  readonly componentName: string
  readonly why: string
  readonly due: string | undefined
  readonly late: boolean
  readonly state: '逾期' | '未到期'
}

/** Lists every unit without a score in a component, late ones first. `unlisted` counts those that the server did not name. */
export function missingRows({ progress }: Pick<Year, 'progress'>): {
  readonly rows: readonly MissingRow[]
  readonly unlisted: number
} {
  let unlisted = 0
  const rows = progress.flatMap(({ component, name: componentName, due, groups }) =>
    groups.flatMap(({ name: group, late, missing, missingTotal }) => {
      unlisted += missingTotal - missing.length
      const state = late ? ('逾期' as const) : ('未到期' as const)
      return missing.map(({ unit, name, why }) => ({
        unit,
        name,
        group,
        component,
        componentName,
        why,
        due,
        late,
        state,
      }))
    }),
  )
  return { rows: rows.toSorted((one, other) => Number(other.late) - Number(one.late)), unlisted }
}
