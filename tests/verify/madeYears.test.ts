import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appraiseCycle } from '../../src/domain/score/appraiseCycle.ts'
import { buildResultsDocument, inputFiles } from '../../src/files/results/resultsDocument.ts'
import { checkResults } from '../../verify/checkResults.ts'
import type { ResultsFile } from '../../verify/shapes.ts'
import { annexScheme, aYear, decidedScores } from '../engine/aYear.ts'
import { sized } from '../longRun.ts'
import { anyYear, type Year } from '../properties/years.ts'
import { demoResults, readDemoScheme, SCHEMES } from '../results/demoResults.ts'

function writtenYear({ scheme, roster, facts }: Year): ResultsFile {
  const history = { years: [] }
  const outcome = appraiseCycle(scheme, roster, facts, history)
  const files = inputFiles(scheme, { format: 'hengping-facts/1', ...facts, roster }, history)
  return asRead(buildResultsDocument({ ...files, outcome, engine: '1', asOf: '2019-01-10' }))
}

function asRead(file: unknown): ResultsFile {
  return JSON.parse(JSON.stringify(file)) as ResultsFile
}

test.each(SCHEMES)('the checker finds no difference in the demo year of %s', id => {
  const { differences, checked } = checkResults(asRead(demoResults(readDemoScheme(id)).file))
  expect(differences).toEqual([])
  expect(checked.join()).toContain('个考核对象')
})

test('the checker finds no difference in made years of every scheme and ruling', () => {
  fc.assert(
    fc.property(anyYear, year => {
      expect(checkResults(writtenYear(year)).differences).toEqual([])
    }),
    { seed: 2018, numRuns: sized(1000, 60) },
  )
})

test('R9 where several components part three of the same composite, the checker names the same one as the engine', () => {
  const year = aYear({ ...annexScheme, lists: [] }, ['a', 'b', 'c'], {
    ties: { breakBy: ['inspection', 'debrief'], acrossEdge: 'lighter', places: 'competition' },
  })
  const scores = { a: [70, 80, 80, 80], b: [80, 80, 80, 70], c: [90, 76, 80, 70] }
  const file = writtenYear(decidedScores(year, scores))
  expect(file.results.map(({ standing }) => standing?.brokenBy)).toEqual(['debrief', 'debrief', 'inspection'])
  expect(checkResults(file).differences).toEqual([])
})
