import { expect, test } from 'vitest'
import { refusalSentences } from '../../src/contract/shape/refusalSentences.ts'
import { explanationSentences } from '../../src/domain/explain/explanationKinds.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { runCase } from '../cases/runCase.ts'
import { schemeFolders } from '../cases/schemeFolders.ts'
import { sourceFiles } from './sourceFiles.ts'

test('every explanation kind occurs in the worked cases', () => {
  const seen = new Set<string>()
  for (const folder of schemeFolders()) {
    for (const { worked } of folder.cases) {
      const { outcome } = runCase(folder, worked)
      for (const { unit } of outcome?.components.appraisees ?? []) {
        for (const { node } of walkExplanation(explainUnit(outcome!, unit)!)) seen.add(node.kind)
      }
    }
  }
  expect(Object.keys(explanationSentences).filter(kind => !seen.has(kind))).toEqual([])
})

/** What only shows the sentences of codes, which no test has to bring about for that. */
const SAMPLES = /(Sentences|Refusals)\.test\.ts$/

/** Wants a PostgreSQL before 14, which no test has. */
const OUT_OF_REACH = ['databaseTooOld']

test('every refusal code is named by a test, in addition to the samples of its sentence', () => {
  const tests = sourceFiles(['src', 'tests'], false).filter(
    ({ path }) =>
      /\.test\.ts$|^tests\//.test(path) && !path.startsWith('tests/house/') && !SAMPLES.test(path),
  )
  const words = new Set(tests.flatMap(file => file.text.match(/\w+/g) ?? []))
  expect(Object.keys(refusalSentences).filter(code => !words.has(code))).toEqual(OUT_OF_REACH)
})
