import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { rubricFaultSentences } from './rubricFaultSentences.ts'
import { rulingFaultSentences } from './rulingFaultSentences.ts'
import { schemeFaultSentences } from './schemeFaultSentences.ts'
import { indexNames } from './schemeNames.ts'
import { screenSentence } from './screenSentence.ts'
import { shapeFaultSentences } from '../shape/shapeFaultSentences.ts'
import type { FaultSentence } from './faultSentence.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'schemes', 'xiangxi-2018')
const document = Object.assign(
  {},
  ...['scheme.yaml', 'rubric.yaml'].map(name => parse(readFileSync(join(folder, name), 'utf8')) as object),
) as object

/** Values that every sentence can be told with, in words, so that any Latin word left is the sentence's own. */
const values: object = new Proxy(
  {},
  {
    get: (_target, key) =>
      ({
        topic: 'ties',
        kind: 'grade',
        state: 'open',
        form: 'flat',
        lacks: 'both',
        end: 'top',
        wanted: 'day',
        needed: 'done',
        part: 'levels',
        has: 'both',
        allowed: ['甲'],
        expected: ['string'],
        known: [],
        gap: 1,
        from: 1,
        to: 2,
      })[key as string] ?? '某',
    has: () => true,
  },
)

test('no fault sentence on screen contains words of the file format', () => {
  const sentences = {
    ...schemeFaultSentences,
    ...rubricFaultSentences,
    ...rulingFaultSentences,
    ...shapeFaultSentences,
  }
  const left = Object.entries(sentences).flatMap(([code, say]) => {
    const { wrong, remedy } = screenSentence(
      indexNames(document),
      (say as (values: object) => FaultSentence)(values),
    )
    // What the stand-in values themselves turn into is not the sentence's own.
    return /[a-zA-Z]{2}/.test((wrong + remedy).replace(/undefined|NaN|done/g, ''))
      ? [`${code}: ${wrong} → ${remedy}`]
      : []
  })
  expect(left).toEqual([])
})

test('ids are shown by name, rows by number', () => {
  expect(
    screenSentence(indexNames(document), {
      wrong: '分项“inspection”和“四.4”行',
      remedy: '写上 answer，并把 state 改为 settled',
    }),
  ).toEqual({
    wrong: '分项“实地核查”和“四.4”行',
    remedy: '写上“答案”，并把状态改为“已确认”',
  })
})
