import { expect } from 'vitest'
import { writeResultsWorkbook } from '../../src/files/results/writeResultsWorkbook.ts'
import { demoResults, readDemoScheme, SCHEMES } from './demoResults.ts'
import {
  findLibreOffice,
  recomputeInLibreOffice,
  withoutLastValues,
  testInLibreOffice,
} from './libreOffice.ts'
import { readWorkbook } from './readWorkbook.ts'
import { compareCells } from './recompute.ts'
import { VARIANTS } from './workbookVariants.ts'

const soffice = findLibreOffice()
const CHOSEN = ['R19 missing is shared out']

testInLibreOffice(
  'recomputed in LibreOffice, every cell of the demo years and of a variant is what was written',
  async () => {
    const years = [
      ...SCHEMES.map(id => demoResults(readDemoScheme(id))),
      ...VARIANTS.filter(({ name }) => CHOSEN.includes(name)).map(({ scheme, change, facts }) =>
        demoResults(change(readDemoScheme(scheme)), 36, made => ({
          ...made,
          facts: facts?.(made.facts) ?? made.facts,
        })),
      ),
    ]
    const books = await Promise.all(
      years.map(({ outcome, file }) =>
        writeResultsWorkbook(outcome, { engine: '0.1.0', asOf: '2019-01-10', hashes: file.hashes }),
      ),
    )
    const stripped = books.map(withoutLastValues)
    const recomputed = await recomputeInLibreOffice(
      soffice!,
      stripped.map(one => one.bytes),
    )
    const comparisons = recomputed.map((bytes, at) => {
      const theirs = readWorkbook(bytes)
      return compareCells(
        readWorkbook(books[at]!),
        (sheet, row, column) => theirs.get(sheet)?.get(row)?.[column]?.value,
      )
    })
    expect(comparisons.flatMap(one => one.differences)).toEqual([])
    expect(comparisons.map(one => one.formulas)).toEqual(stripped.map(one => one.taken))
    expect(comparisons.reduce((sum, one) => sum + one.formulas, 0)).toBeGreaterThan(15_000)
    expect(comparisons.reduce((sum, one) => sum + one.others, 0)).toBeGreaterThan(50_000)
  },
)
