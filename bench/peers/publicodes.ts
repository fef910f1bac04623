import Engine from 'publicodes'
import type { Contender } from '../contender.ts'
import type { RowTerms, RubricTerms, RuleTerms } from '../ruleTerms.ts'
import { asSparseObjects, namesOf } from './inputs.ts'

/**
 * Publicodes: rules parsed once, a situation set for each unit and one rule evaluated. The rubric is a single `somme` of rows, each an
 * `abattement` that cannot go below zero: fewer rules between are quicker. Counts that are zero are left to the default.
 */
export const publicodesPeers: readonly Contender[] = [
  {
    id: 'publicodes',
    from: 'publicodes',
    manner: 'a situation for each unit',
    open: (terms, units) => {
      const engine = new Engine(rulesOf(terms), { warn: false })
      const inputs = asSparseObjects(units)
      return () => inputs.map(input => engine.setSituation(input).evaluate('total').nodeValue as number)
    },
  },
]

type Rules = NonNullable<ConstructorParameters<typeof Engine>[0]>

function rulesOf(terms: RubricTerms): Rules {
  const counts = Object.fromEntries(namesOf(terms).map(name => [name, { 'par défaut': 0 }]))
  return { ...counts, total: { somme: terms.rows.flatMap(rowParts), plafond: terms.most } } as Rules
}

function rowParts({ base, rules }: RowTerms): readonly object[] {
  const taken = rules.filter(rule => rule.effect !== 'bonus').map(rulePart)
  const given = rules.filter(rule => rule.effect === 'bonus').map(rulePart) as object[]
  return [{ valeur: base, abattement: { somme: taken } }, ...given]
}

function rulePart({ name, effect, points }: RuleTerms): object | string {
  if (effect === 'amount') return name
  return effect === 'each' ? `${name} * ${points}` : { valeur: points, 'applicable si': `${name} > 0` }
}
