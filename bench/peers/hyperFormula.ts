import { HyperFormula } from 'hyperformula'
import type { Contender } from '../contender.ts'
import type { RowTerms, RubricTerms } from '../ruleTerms.ts'
import { asArrays, namesOf } from './inputs.ts'

/**
 * HyperFormula: one sheet parsed once, counts in its first columns, a formula for each row of the annex and one for the total. Each unit's
 * counts are set in one call and the total read. (A sheet with a line for each unit, set in blocks or built anew, was slower.)
 */
export const hyperFormulaPeers: readonly Contender[] = [
  {
    id: 'hyperformula',
    from: 'hyperformula',
    manner: 'one sheet, a line set for each unit',
    open: (terms, units) => {
      const names = namesOf(terms)
      const sheet = HyperFormula.buildFromArray([[...names.map(() => 0), ...formulas(terms, names)]], {
        licenseKey: 'gpl-v3',
        undoLimit: 0,
      })
      const inputs = asArrays(names, units).map(counts => [[...counts]])
      const at = { sheet: 0, row: 0, col: 0 }
      const total = { ...at, col: names.length + terms.rows.length }
      return () =>
        inputs.map(input => {
          sheet.setCellContents(at, input)
          return sheet.getCellValue(total) as number
        })
    },
  },
]

function formulas({ rows, most }: RubricTerms, names: readonly string[]): readonly string[] {
  const [first, last] = [column(names.length), column(names.length + rows.length - 1)]
  return [...rows.map(row => `=${rowFormula(row, names)}`), `=MIN(${most},SUM(${first}1:${last}1))`]
}

function rowFormula({ base, rules }: RowTerms, names: readonly string[]): string {
  const formulaOf = ({ name, effect, points }: RowTerms['rules'][number]) => {
    const cell = `${column(names.indexOf(name))}1`
    if (effect === 'amount') return cell
    return effect === 'each' ? `${cell}*${points}` : `IF(${cell}>0,${points},0)`
  }
  const taken = rules.filter(rule => rule.effect !== 'bonus').map(formulaOf)
  const given = rules.filter(rule => rule.effect === 'bonus').map(rule => `+${formulaOf(rule)}`)
  return `MAX(0,${base}-(${taken.join('+')}))${given.join('')}`
}

function column(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : column(Math.floor(index / 26) - 1) + letter
}
