import type { Progress, Year } from '../year/year.ts'

/** An overdue item: what was due, since when, and which units lack it (the first of `total`). */
export interface Late {
  readonly key: string
  readonly what: string
  readonly due: string | undefined
  readonly days: number | undefined
  readonly units: readonly string[]
  readonly total: number
}

const NAMED = 5

/** Lists overdue items, longest overdue first: by the dated steps of a component if it has any, else by the component. */
export function lateOf({ progress }: Pick<Year, 'progress'>): readonly Late[] {
  return progress
    .flatMap(component => {
      const steps = component.steps.filter(step => step.late > 0)
      return steps.length > 0
        ? steps.map(step => lateStep(component, step))
        : component.late > 0
          ? [lateComponent(component)]
          : []
    })
    .toSorted((one, other) => (other.days ?? 0) - (one.days ?? 0))
}

function lateStep(
  { component }: Progress,
  { id, name, due, days, late, lateUnits }: Progress['steps'][number],
): Late {
  return {
    key: `${component} ${id}`,
    what: name,
    due,
    days: -days,
    units: lateUnits.slice(0, NAMED).map(unit => unit.name),
    total: late,
  }
}

function lateComponent({ component, name, due, days, late, groups }: Progress): Late {
  const units = groups.filter(group => group.late).flatMap(group => group.missing.map(unit => unit.name))
  return {
    key: component,
    what: name,
    due,
    days: days === undefined ? undefined : -days,
    units: units.slice(0, NAMED),
    total: late,
  }
}
