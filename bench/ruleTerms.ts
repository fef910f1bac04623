/** A row of the rubric as every peer is given it: thousandths of a point, rules by name, no row below zero. */
export interface RowTerms {
  readonly id: string
  readonly base: number
  readonly rules: readonly RuleTerms[]
}

/** A rule: what a count of it takes (or gives): once whatever the count, for each one, an amount that was set, or once as a bonus. */
export interface RuleTerms {
  /** a plain identifier, so that every peer can use it as a name. */
  readonly name: string
  readonly effect: 'once' | 'each' | 'amount' | 'bonus'
  readonly points: number
}

/** The annex as data for the peers: rows in order and the most that a unit can have. */
export interface RubricTerms {
  readonly rows: readonly RowTerms[]
  readonly most: number
}

/** The part of rubric.yaml that the peers' translations are made from. */
export interface RubricFile {
  readonly rubrics: readonly [{ readonly base: number; readonly rows: readonly RowFile[] }]
}

interface RowFile {
  readonly id: string
  readonly base: number
  readonly rules: readonly { readonly id: string; readonly form: string; readonly points?: number }[]
}

const EFFECTS: Readonly<Record<string, RuleTerms['effect']>> = {
  flat: 'once',
  perOccurrence: 'each',
  personOccasion: 'each',
  perShortfall: 'each',
  discretionary: 'amount',
  bonus: 'bonus',
}

/** Reads the rubric for the peers. Rows without a floor stop at zero as ruling R2 says, the total at the base as R3 says. */
export function ruleTerms({ rubrics: [rubric] }: RubricFile): RubricTerms {
  const rows = rubric.rows.map(row => ({
    id: row.id,
    base: row.base * 1000,
    rules: row.rules.map(rule => ({
      name: rule.id,
      effect: effectOf(rule.form),
      points: (rule.points ?? 0) * 1000,
    })),
  }))
  const names = rows.flatMap(row => row.rules.map(rule => rule.name))
  if (new Set(names).size !== names.length) throw new RangeError('two rules share a name')
  return { rows, most: rubric.base * 1000 }
}

function effectOf(form: string): RuleTerms['effect'] {
  const effect = EFFECTS[form]
  if (effect === undefined) throw new RangeError(`no peer translation for the form ${form}`)
  return effect
}
