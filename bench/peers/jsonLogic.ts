import jsonLogic from 'json-logic-js'
import type { Contender } from '../contender.ts'
import type { RowTerms, RubricTerms, RuleTerms } from '../ruleTerms.ts'
import { asArrays, asObjects, namesOf } from './inputs.ts'

type Logic = number | { readonly [operator: string]: Logic | string | readonly Logic[] }

/** JsonLogic: one expression for the whole rubric, built once; it has no compiler and walks the expression for every unit. */
export const jsonLogicPeers: readonly Contender[] = [
  {
    id: 'json-logic-named',
    from: 'json-logic-js',
    manner: 'fields by name',
    open: (terms, units) =>
      passOver(
        rubricLogic(terms, name => name),
        asObjects(units),
      ),
  },
  {
    id: 'json-logic-positional',
    from: 'json-logic-js',
    manner: 'fields by position',
    open: (terms, units) => {
      const names = namesOf(terms)
      return passOver(
        rubricLogic(terms, name => names.indexOf(name)),
        asArrays(names, units),
      )
    },
  },
]

function passOver(logic: Logic, inputs: readonly unknown[]) {
  return () => inputs.map(input => jsonLogic.apply(logic, input) as number)
}

function rubricLogic({ rows, most }: RubricTerms, fieldOf: (name: string) => string | number): Logic {
  return { min: [most, { '+': rows.map(row => rowLogic(row, rule => ({ var: fieldOf(rule.name) }))) }] }
}

function rowLogic({ base, rules }: RowTerms, count: (rule: RuleTerms) => Logic): Logic {
  const taken = rules.filter(rule => rule.effect !== 'bonus').map(rule => ruleLogic(rule, count(rule)))
  const left: Logic = { max: [0, { '-': [base, taken.length === 1 ? taken[0]! : { '+': taken }] }] }
  const given = rules.filter(rule => rule.effect === 'bonus').map(rule => ruleLogic(rule, count(rule)))
  return given.length === 0 ? left : { '+': [left, ...given] }
}

/** `and` gives back its first false operand (the 0) or else its last, which is quicker here than `if`. */
function ruleLogic({ effect, points }: RuleTerms, count: Logic): Logic {
  if (effect === 'amount') return count
  return { and: [count, effect === 'each' ? { '*': [count, points] } : points] }
}
