import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type WorkbookOptions, writeResultsWorkbook } from '../../src/files/results/writeResultsWorkbook.ts'
import { appraiseCycle, type CycleOutcome } from '../../src/domain/score/appraiseCycle.ts'
import type { CycleFacts } from '../../src/domain/year/facts/facts.ts'
import { toDecimal } from '../../src/domain/kernel/points.ts'
import { listResults } from '../../src/domain/score/listResults.ts'
import { demoResults, type DemoResults, readDemoScheme, SCHEMES } from './demoResults.ts'
import { LONG, SEED, sized } from '../longRun.ts'
import { type ReadBook, readWorkbook } from './readWorkbook.ts'
import { compareCells, openInHyperFormula, type ValueAt, valuesOf } from './recompute.ts'
import { tableCells } from './tableCells.ts'
import { VARIANTS } from './workbookVariants.ts'

/** Units of the demo years, and how many of them are appraised. */
const [UNITS, APPRAISED] = [sized(120, 60), sized(118, 59)]
/** In the long run every ruling is answered every way; else one in twelve. */
const TRIED = VARIANTS.filter((_, at) => LONG || at % 12 === SEED % 12)

/** Rows of a sheet that is to be full. */
const MOST = sized(600, 300)

const years = new Map(SCHEMES.map(id => [id, demoResults(readDemoScheme(id), UNITS)]))
const year = (id: (typeof SCHEMES)[number]): DemoResults => years.get(id)!

function write({ outcome, file }: DemoResults, options: Partial<WorkbookOptions> = {}): Promise<Uint8Array> {
  return writeResultsWorkbook(outcome, {
    engine: '0.1.0',
    asOf: '2019-01-10',
    hashes: file.hashes,
    ...options,
  })
}

const plain = new Map<string, Promise<Uint8Array>>()

/** The workbook of a scheme's year without options, written once. */
function plainBytes(id: (typeof SCHEMES)[number]): Promise<Uint8Array> {
  const written = plain.get(id) ?? write(year(id))
  plain.set(id, written)
  return written
}

/** The same, read. */
async function plainBook(id: (typeof SCHEMES)[number]): Promise<ReadBook> {
  return readWorkbook(await plainBytes(id))
}

/** What the summary shows of every appraisee, as the engine has it. */
function expectSummary(book: ReadBook, outcome: CycleOutcome, valueAt?: ValueAt): number {
  const summary = tableCells(book, '总表', valueAt)
  const { scheme } = outcome
  let compared = 0
  const same = (unit: string, heading: string, expected: string | number): void => {
    compared++
    expect(summary.value(unit, heading) ?? '', `${unit} ${heading}`).toBe(expected)
  }
  for (const { appraisee, components, composite, grade, standing, consequences } of listResults(outcome)) {
    const { unit } = appraisee
    for (const { component, points } of components) {
      const { name } = scheme.components.find(one => one.id === component)!
      same(unit, name, points === undefined ? '缺分' : toDecimal(points))
    }
    same(unit, '综合得分', composite === undefined ? '缺分' : toDecimal(composite))
    same(unit, '综合评价等次', grade?.name ?? '')
    same(unit, '名次', standing?.place ?? '')
    same(unit, '倒数名次', standing?.fromBottom ?? '')
    same(unit, '排名总数', standing?.of ?? '')
    same(unit, '并列单位数', standing?.tiedWith.length ?? '')
    same(unit, '跨档并列', standing?.acrossEdge === true ? '是' : '')
    same(unit, '绩效扣分', consequences.reduce((sum, one) => sum + (one.deduction ?? 0), 0) / 1000)
  }
  return compared
}

describe.each(SCHEMES)('%s', id => {
  test.each([
    ['looking each other up', 400],
    ['naming the cells', 0],
  ])(
    'tables %s: every formula recomputed by HyperFormula equals the value written and that of the engine',
    async (_how, lookUpTo) => {
      const book = readWorkbook(await write(year(id), { lookUpTo }))
      const values = valuesOf(openInHyperFormula(book))
      const { formulas, differences } = compareCells(book, values)
      expect(differences).toEqual([])
      expect(formulas).toBeGreaterThan(id === 'xiangxi-2018' ? sized(7_500, 2_500) : sized(5_300, 1_700))
      expect(expectSummary(book, year(id).outcome, values)).toBe(
        APPRAISED * (year(id).scheme.components.length + 8),
      )
    },
  )

  test('the rows of the rubric on their sheet equal those of the engine', async () => {
    const book = await plainBook(id)
    const { scheme, file } = year(id)
    let compared = 0
    for (const { unit, components } of file.results) {
      for (const { component, rounds } of components) {
        if (rounds === undefined) continue
        const table = tableCells(book, scheme.components.find(one => one.id === component)!.name)
        for (const [row, points] of Object.entries(rounds[0]!.rows)) {
          const heading = table.headings.find(one => one.startsWith(`${row} `))!
          expect(table.value(unit, heading)).toBe(points)
          expect(table.cell(unit, heading)?.formula).toBeDefined()
          compared++
        }
      }
    }
    expect(compared).toBe(APPRAISED * (id === 'xiangxi-2018' ? 23 : 7))
  })

  test('figures are formulas wherever a formula can express them', async () => {
    const summary = tableCells(await plainBook(id), '总表')
    const names = year(id).scheme.components.map(one => one.name)
    const graded = id === 'xiangxi-2018' ? ['综合评价等次'] : ['得分所在等次']
    for (const unit of summary.units.keys()) {
      for (const heading of [
        ...names,
        '综合得分',
        ...graded,
        '名次',
        '倒数名次',
        '排名总数',
        '并列单位数',
        '绩效扣分',
      ]) {
        expect(summary.cell(unit, heading)?.formula, `${unit} ${heading}`).toBeDefined()
      }
    }
  })
})

test('四（四）, R7 a score decided by the committee is a number, with the decision in its note', async () => {
  const { outcome, facts } = year('xiangxi-2018')
  const decision = facts.decisions.find(one => one.kind === 'componentScore')!
  const bytes = await plainBytes('xiangxi-2018')
  const table = tableCells(readWorkbook(bytes), '民意调查')
  const unit = (decision as { unit: string }).unit
  expect(table.cell(unit, '民意调查得分')).toEqual({ value: (decision as { points: number }).points / 1000 })
  expect(outcome.components.appraisees.some(one => one.unit === unit)).toBe(true)
  expect(notesOf(bytes).join('\n')).toContain(decision.reason)
})

test('changing one deduction changes row, component, composite and places, of this unit and of others', async () => {
  const { scheme, roster, facts, history, outcome } = year('xiangxi-2018')
  const book = await plainBook('xiangxi-2018')
  const formulas = openInHyperFormula(book)
  const standing = new Map(
    listResults(outcome).map(one => [one.appraisee.unit, one.standing?.fromBottom ?? 0]),
  )
  const finding =
    facts.findings.find(
      ({ unit, row, rule }) =>
        row === '二.2' &&
        rule === 'formalOrganisationLife' &&
        (standing.get(unit) ?? 0) > 12 &&
        alone(facts, unit, row, rule),
    ) ??
    facts.findings.find(
      ({ unit, row, rule }) =>
        isCounted(book, unit, rule) && (standing.get(unit) ?? 0) > 12 && alone(facts, unit, row, rule),
    )!
  const entry = entryRow(book, finding.unit, ruleText(scheme, finding.row, finding.rule))
  formulas.setCellContents(
    { sheet: formulas.getSheetId('核查扣分')!, row: entry.row - 1, col: entry.count },
    [[finding.count + 3]],
  )
  const findings = facts.findings.map(one => (one === finding ? { ...one, count: one.count + 3 } : one))
  const changed = appraiseCycle(scheme, roster, { ...facts, findings }, history)
  const place = (of: CycleOutcome): number =>
    listResults(of).find(one => one.appraisee.unit === finding.unit)!.standing!.place
  expect(place(changed)).toBeGreaterThan(place(outcome))
  expect(expectSummary(book, changed, valuesOf(formulas))).toBe(APPRAISED * 12)
})

/** The ledger and other findings leave the rule alone, so that the entry's count is the finding's. */
function alone(facts: CycleFacts, unit: string, row: string, rule: string): boolean {
  return facts.findings.filter(one => one.unit === unit && one.row === row && one.rule === rule).length === 1
}

function isCounted(book: ReadBook, unit: string, rule: string): boolean {
  const text = ruleText(readDemoScheme('xiangxi-2018'), undefined, rule)
  return text !== undefined && entryRow(book, unit, text).how === '次数×每次'
}

function ruleText(scheme: DemoResults['scheme'], row: string | undefined, rule: string): string {
  const rows = scheme.rubrics[0]!.rows.filter(one => row === undefined || one.id === row)
  return rows.flatMap(one => one.rules).find(one => one.id === rule)!.text
}

function entryRow(
  book: ReadBook,
  unit: string,
  text: string,
): { readonly row: number; readonly count: number; readonly how: unknown } {
  const entries = tableCells(book, '核查扣分')
  const [rule, count, how] = [entries.column('评分标准'), entries.column('次数'), entries.column('算法')]
  for (const [row, cells] of book.get('核查扣分')!) {
    if (cells[1]?.value === unit && cells[rule]?.value === text) return { row, count, how: cells[how]?.value }
  }
  return { row: 0, count, how: undefined }
}

/** The texts of all notes. */
function notesOf(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    name.startsWith('xl/comments')
      ? [...strFromU8(part).matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(found => found[1]!)
      : [],
  )
}

describe('notes', () => {
  test('the notes of headings and figures contain clause and ruling', async () => {
    const notes = notesOf(await plainBytes('xiangxi-2018'))
    expect(notes.length).toBeGreaterThan(sized(1_500, 500))
    expect(notes.some(note => note.startsWith('附件 四.4：') && note.includes('口径R23'))).toBe(true)
    expect(
      notes.some(note => note.startsWith('【三（一）】') || note.startsWith('【三（二）1】综合得分')),
    ).toBe(true)
    expect(notes.some(note => note.includes('口径R12') && note.includes('暂按默认，尚未确认'))).toBe(true)
  })

  test('in a large prefecture only headings have notes', async () => {
    const notes = notesOf(await write(year('xiangxi-2018'), { lookUpTo: 0 }))
    expect(notes.length).toBeGreaterThan(50)
    expect(notes.length).toBeLessThan(200)
  })
})

test.each(TRIED)('$name: the workbook recomputes without a difference', async ({ scheme, change, facts }) => {
  const variant = demoResults(change(readDemoScheme(scheme)), 24, made => ({
    ...made,
    facts: facts?.(made.facts) ?? made.facts,
  }))
  for (const lookUpTo of [400, 0]) {
    const book = readWorkbook(await write(variant, { lookUpTo }))
    const values = valuesOf(openInHyperFormula(book))
    const { formulas, differences } = compareCells(book, values)
    expect(differences).toEqual([])
    expect(formulas).toBeGreaterThan(700)
    expectSummary(book, variant.outcome, values)
  }
})

test('the same results give the same bytes', async () => {
  const [one, other] = [await plainBytes('jiangnan-2024'), await write(year('jiangnan-2024'))]
  expect(Buffer.compare(one, other)).toBe(0)
})

test('a full sheet continues on the next one', async () => {
  const book = readWorkbook(await write(year('xiangxi-2018'), { lookUpTo: 0, mostRows: MOST }))
  const explained = [...book].filter(([name]) => name.startsWith('解释'))
  expect(explained.map(([name]) => name).slice(0, 3)).toEqual(['解释', '解释2', '解释3'])
  expect(Math.max(...[...book].map(([, rows]) => rows.size))).toBeLessThanOrEqual(MOST)
  expect([...book.keys()].filter(name => name.startsWith('核查扣分')).length).toBeGreaterThan(1)
  const lines = explained.reduce((sum, [, rows]) => sum + rows.size - 3, 0)
  expect(lines).toBeGreaterThan(sized(6_000, 1_500))
  expect(compareCells(book, valuesOf(openInHyperFormula(book))).differences).toEqual([])
})

test('names that a sheet cannot have, and texts that look like formulas, are kept unchanged', async () => {
  const scheme = readDemoScheme('jiangnan-2024')
  const hostile = {
    ...scheme,
    components: scheme.components.map((one, at) => ({
      ...one,
      name: ["履职/核查[一]:*?\\'很长的名字一二三四五六七八九十一二三四五六七八九十", "'测评'", '总表'][at]!,
    })),
  }
  const made = demoResults(hostile, 36, ({ roster, facts }) => ({
    facts,
    roster: {
      ...roster,
      units: roster.units.map((unit, at) =>
        at === 0
          ? { ...unit, name: '=HYPERLINK("x")' }
          : at === 1
            ? { ...unit, name: '+甲&<乙>_x0041_' }
            : unit,
      ),
    },
  }))
  const bytes = await write(made)
  const book = readWorkbook(bytes)
  expect([...book.keys()].slice(0, 5)).toEqual([
    '说明',
    '总表',
    "履职 核查 一 '很长的名字一二三四五六七八九十一二三四五六七",
    '测评',
    '总表2',
  ])
  const names = new Map([...book.get('总表')!.values()].map(cells => [cells[1]?.value, cells[2]]))
  expect(names.get('SF001')).toEqual({ value: '=HYPERLINK("x")' })
  expect(names.get('SF002')).toEqual({ value: '+甲&<乙>_x0041_' })
  expect(strFromU8(unzipSync(bytes)['xl/styles.xml']!)).toContain('quotePrefix="1"')
  expect(compareCells(book, valuesOf(openInHyperFormula(book))).differences).toEqual([])
})

test('the cover shows the scheme, notice, day, hashes and every ruling with its state', async () => {
  const { file, scheme } = year('xiangxi-2018')
  const book = readWorkbook(await write(year('xiangxi-2018'), { refused: 3 }))
  const told = [...book.get('说明')!.values()]
    .map(cells => cells.map(cell => cell?.value ?? '').join('|'))
    .join('\n')
  for (const text of [
    scheme.notice.number,
    '2019年1月10日',
    ...Object.values(file.hashes),
    '有3条被拒收',
    'hengping verify',
  ])
    expect(told).toContain(text)
  for (const ruling of scheme.rulings) expect(told).toContain(`${ruling.id}|${ruling.question}`)
  expect(told).toContain('暂按默认，尚未确认')
})

test('五（二） the workbook contains all issues, consequences and explanations', async () => {
  const { outcome } = year('xiangxi-2018')
  const book = await plainBook('xiangxi-2018')
  const results = listResults(outcome)
  const count = (name: string): number => [...book.get(name)!.keys()].filter(row => row > 4).length
  expect(count('结果运用')).toBe(results.reduce((sum, one) => sum + one.consequences.length, 0))
  const common = outcome.issues.filter(issue => issue.unit === undefined).length
  expect(count('问题清单')).toBe(results.reduce((sum, one) => sum + one.issues.length, common))
})
