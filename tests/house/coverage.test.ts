import { expect, test } from 'vitest'
import { refusalSentences } from '../../src/contract/shape/refusalSentences.ts'
import { explanationSentences } from '../../src/domain/explain/explanationKinds.ts'
import { explainUnit } from '../../src/domain/explain/explainUnit.ts'
import { walkExplanation } from '../../src/domain/kernel/explanation.ts'
import { runCase } from '../cases/runCase.ts'
import { schemeFolders } from '../cases/schemeFolders.ts'
import { sourceFiles } from './sourceFiles.ts'

test('every explanation kind shows up in the worked cases', () => {
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

test('every refusal code has a test that names it', () => {
  const tests = sourceFiles(['src', 'tests'], false).filter(
    file => /\.test\.ts$|^tests\//.test(file.path) && !file.path.startsWith('tests/house/'),
  )
  const text = tests.map(file => file.text).join('\n')
  expect(
    Object.keys(refusalSentences).filter(code => !text.includes(`'${code}'`) && !text.includes(`${code}:`)),
  ).toEqual([])
})
