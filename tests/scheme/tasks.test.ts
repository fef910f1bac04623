import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LONG } from '../longRun.ts'

const ROOT = join(import.meta.dirname, '../..')
let copy = ''

/** What a page says: lines for a file, beside a line of it or as a new file. */
interface Step {
  readonly path: string
  readonly where: 'before' | 'after' | 'a new file'
  readonly line: string
  readonly lines: string
}

function stepsOf(page: string): readonly Step[] {
  const text = readFileSync(join(ROOT, 'docs/tasks', page), 'utf8')
  return [
    ...text.matchAll(
      /^\d+\. `([^`]+)`, (?:(before|after) `(.+?)`|(a new file)):[^\n]*\n\n```ts\n(.*?)```$/gms,
    ),
  ].map(([, path, where, line = '', whole, lines]) => ({
    path: path!,
    where: (where ?? whole) as Step['where'],
    line,
    lines: lines!,
  }))
}

function take({ path, where, line, lines }: Step): void {
  const file = join(copy, path)
  if (where === 'a new file') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, lines)
    return
  }
  const all = readFileSync(file, 'utf8').split('\n')
  const at = all.findIndex(one => one.trim().startsWith(line))
  if (at < 0) throw new RangeError(`${path} has no line ${line}`)
  writeFileSync(file, all.toSpliced(where === 'before' ? at : at + 1, 0, lines.trimEnd()).join('\n'))
}

const PROBE = `
import { readScheme } from './bench/readScheme.ts'
import { demoYear } from './src/demo/demoYear.ts'
import { points } from './src/domain/kernel/points.ts'
import { checkScheme } from './src/domain/scheme/checkScheme.ts'
import type { Component, FixedMethod } from './src/domain/scheme/component.ts'
import type { Rule } from './src/domain/scheme/forms/ruleForms.ts'
import type { Ruling } from './src/domain/scheme/ruling.ts'
import type { Scheme } from './src/domain/scheme/scheme.ts'
import { describeAnswer } from './src/contract/scheme/topics.ts'
import { describeRule } from './src/contract/scheme/describeRule.ts'
import { fieldLabel } from './src/contract/scheme/fieldLabels.ts'
import { describeMethod } from './src/contract/scheme/methods.ts'
import { indexNames } from './src/contract/scheme/schemeNames.ts'
import { type SchemeFile, schemeSchema } from './src/contract/scheme/schemeSchema.ts'
import { toFileShape } from './src/contract/shape/toFileShape.ts'
import { describeExplanation } from './src/domain/explain/describeExplanation.ts'
import { explainUnit } from './src/domain/explain/explainUnit.ts'
import { walkExplanation } from './src/domain/kernel/explanation.ts'
import { fieldsOf } from './src/web/desks/scheme/fields/fieldSpec.ts'
import { ruleSpec } from './src/web/desks/scheme/edit/ruleSpec.ts'
import { appraiseCycle } from './src/domain/score/appraiseCycle.ts'

const { scheme: read } = readScheme()
const growing: Rule = { id: 'grows', form: 'growing', text: '重复出现', points: points(1), more: points(0.5) }
const scheme: Scheme = {
  ...read,
  rubrics: read.rubrics.map(rubric => ({
    ...rubric,
    rows: rubric.rows.map((row, at) => (at === 0 ? { ...row, rules: [...row.rules, growing] } : row)),
  })),
}
const { roster, facts } = demoYear({ seed: 1, units: 30, scheme })
const fixed: FixedMethod = { kind: 'fixed', citation: '三（一）', points: points(81.5) }
const components = scheme.components.map((one): Component =>
  one.methods.some(method => method.kind === 'ballots') ? { ...one, methods: [fixed] } : one,
)
const { answer: _answer, component: _component, ...rest } = scheme.rulings[0]!
const ruling: Ruling = { ...rest, id: 'R24', topic: 'absentDebrief', state: 'stated', answer: 'zero' }
const without: Scheme = { ...scheme, components }
const made: Scheme = { ...without, rulings: [...scheme.rulings, ruling] }
const file = toFileShape(schemeSchema, made) as SchemeFile
const outcome = appraiseCycle(schemeSchema.parse(file), roster, facts, { years: [] })
const names = indexNames(file)
const nodes = [...walkExplanation(explainUnit(outcome, outcome.components.appraisees[0]!.unit)!)]
const method = file.components.flatMap(({ methods }) => methods).find(({ kind }) => kind === 'fixed')!
const row = made.rubrics[0]!.rows[0]!
const unit = roster.units.find(one => outcome.components.appraisees.some(({ unit }) => unit === one.id))!.id
const found = { unit, row: row.id, rule: 'grows', quarter: 1, count: 3 } as const
const repeated = appraiseCycle(made, roster, { ...facts, findings: [found] }, { years: [] })
const rule = [...walkExplanation(explainUnit(repeated, unit)!)].find(({ node }) => (node.kind as string) === 'growing')!
console.log(
  JSON.stringify({
    missing: checkScheme(without).flatMap(fault => (fault.code === 'rulingMissing' ? [fault.values] : [])),
    faults: checkScheme(made).flatMap(fault => (fault.code === 'rulingMissing' ? [fault.values] : [])),
    sentence: nodes.flatMap(({ node }) => ((node.kind as string) === 'fixed' ? [describeExplanation(node)] : [])),
    form: {
      words: describeRule(file.rubrics![0]!.rows[0]!.rules.at(-1)!, names),
      label: fieldLabel('more', 'rules'),
      fields: fieldsOf(ruleSpec, growing).slice(0, 2).map(({ key, label }) => [key, label]),
      sentence: describeExplanation(rule.node),
      points: rule.node.points,
    },
    words: [describeMethod(method, names), describeAnswer('absentDebrief', 'zero', names)],
  }),
)
`

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tasks-'))
  for (const part of [
    'src',
    'bench/readScheme.ts',
    'bench/ruleTerms.ts',
    'schemes',
    'package.json',
    'tsconfig.json',
    'tsconfig.web.json',
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'probe.ts'), PROBE)
  writeFileSync(
    join(copy, 'tsconfig.made.json'),
    JSON.stringify({
      extends: './tsconfig.web.json',
      include: [],
      files: [
        'probe.ts',
        'src/web/kit/explain/explanationViews.tsx',
        'src/web/desks/scheme/edit/componentSpec.ts',
        'src/server/rooms/results/nodeFigures.ts',
        'src/web/assets.d.ts',
        'src/files/results/workbook/componentTable.ts',
        'src/contract/scheme/parseScheme.ts',
      ],
    }),
  )
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('a rule form, a method and a ruling topic are added by their own files and few others', () => {
  const [form, method, topic] = ['rule-form', 'method', 'ruling-topic'].map(page =>
    stepsOf(`add-a-${page}.md`),
  ) as [readonly Step[], readonly Step[], readonly Step[]]
  const files = (steps: readonly Step[]): number => new Set(steps.map(({ path }) => path)).size
  expect([form, method, topic].map(steps => [steps.length, files(steps)])).toEqual([
    [7, 5],
    [14, 10],
    [3, 3],
  ])
  for (const step of [...form, ...method, ...topic]) take(step)
  const run = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
    expect(status, `${stdout}${stderr}`).toBe(0)
    return stdout
  }
  // What the pages' lines do is seen below; that they have the right types, in the long run.
  if (LONG) run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.made.json')
  expect(JSON.parse(run('probe.ts'))).toEqual({
    missing: [{ topic: 'absentDebrief' }],
    faults: [],
    sentence: ['定额计81.50分'],
    form: {
      words: '首次扣1分，逐次增加0.5分',
      label: '逐次增加',
      fields: [
        ['points', '首次扣分'],
        ['more', '逐次增加'],
      ],
      sentence: '重复出现，共3次，首次扣1.00分，逐次增加0.50分，共扣4.50分',
      points: -4500,
    },
    words: ['每个单位计81.5分', '记零分'],
  })
})
