import type { Disagreement } from './findDisagreements.ts'

/** Disagreements of one lead group (一个系统的不一致), by which of the two is lower. */
interface DisagreeingGroup {
  readonly lead: string
  /** Units whose survey is the lower. */
  readonly surveyLow: number
  readonly surveyHigh: number
}

/** Counts the units that disagree by lead group (按系统归集不一致), those with most first; a unit counts once in each direction. */
export function groupByLead(
  found: readonly Disagreement[],
  leadOf: (unit: string) => string | undefined,
): readonly DisagreeingGroup[] {
  const groups = new Map<string, { low: Set<string>; high: Set<string> }>()
  for (const { unit, survey, other } of found) {
    const lead = leadOf(unit)
    if (lead === undefined) continue
    const group = groups.get(lead) ?? { low: new Set(), high: new Set() }
    groups.set(lead, group)
    group[survey < other ? 'low' : 'high'].add(unit)
  }
  return [...groups]
    .map(([lead, { low, high }]) => ({ lead, surveyLow: low.size, surveyHigh: high.size }))
    .toSorted((one, other) => other.surveyLow + other.surveyHigh - one.surveyLow - one.surveyHigh)
}

/** What the inspection recorded on one theme (一个核查主题) about units whose survey says otherwise. */
interface DisagreeingTheme {
  readonly theme: string
  /** Units that people rate low, and how many of them have nothing recorded on the theme. */
  readonly low: number
  readonly clean: number
  /** Units that people rate high, and how many of them have something recorded. */
  readonly high: number
  readonly faulted: number
}

/** Looks at disagreements by theme of row (按核查主题看不一致): where units that people rate low have nothing recorded, and units that people rate high have. */
export function groupByTheme(
  found: readonly Disagreement[],
  themes: ReadonlyMap<string, string>,
  findings: readonly { readonly unit: string; readonly row: string }[],
): readonly DisagreeingTheme[] {
  const low = new Set(found.filter(one => one.survey < one.other).map(({ unit }) => unit))
  const high = new Set(found.filter(one => one.survey > one.other).map(({ unit }) => unit))
  const faulted = new Map<string, Set<string>>([...themes.values()].map(theme => [theme, new Set()]))
  for (const { unit, row } of findings) faulted.get(themes.get(row) ?? '')?.add(unit)
  const within = (units: ReadonlySet<string>, theme: ReadonlySet<string>) =>
    [...units].filter(unit => theme.has(unit)).length
  return [...faulted].flatMap(([theme, units]) =>
    low.size + high.size === 0
      ? []
      : [
          {
            theme,
            low: low.size,
            clean: low.size - within(low, units),
            high: high.size,
            faulted: within(high, units),
          },
        ],
  )
}
