import type { Ranking } from '../resultTypes.ts'

/** A row as the charts need it: its composite and components, with the names of its groups. */
export interface ChartRow {
  readonly composite: number | undefined
  readonly grade: string | undefined
  readonly leadUnit: string
  readonly tier: string
  readonly cohort: string
  readonly components: readonly (number | undefined)[]
}

/** Reads the figures of all rows, which come with the first page of a ranking. */
export function chartRows({ figures = [], grades, leadUnits, tiers, cohorts }: Ranking): readonly ChartRow[] {
  return figures.map(([composite, grade, lead, tier, cohort, ...components]) => ({
    composite: composite ?? undefined,
    grade: grades[grade ?? -1]?.id,
    leadUnit: leadUnits[lead ?? -1]?.name ?? '直管单位',
    tier: tiers[tier ?? -1]?.name ?? '未分类',
    cohort: cohorts[cohort ?? -1]?.name ?? '未分类',
    components: components.map(points => points ?? undefined),
  }))
}
