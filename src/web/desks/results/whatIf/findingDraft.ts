import type { CallAnswer } from '../../../client/call.ts'
import type { EnteredFact } from './sandbox.ts'

type Document = CallAnswer<'GET /api/schemes/:version'>['document']

type Rubrics = NonNullable<Document['rubrics']>

/** 评分细则的一行, as the scheme's document has it. */
export type RowDocument = Rubrics[number]['rows'][number]

/** 评分标准, as the scheme's document has it. */
export type RuleDocument = RowDocument['rules'][number]

/** 核查情况一条. */
export type FindingBody = Extract<EnteredFact, { readonly kind: 'findings' }>['body']

/** 填写中的核查情况. */
export interface FindingDraft {
  readonly unit?: string | undefined
  readonly row?: string | undefined
  readonly rule?: string | undefined
  readonly count: number
  readonly amount?: number | undefined
  readonly level?: string | undefined
  readonly quarter?: 1 | 2 | 3 | 4 | undefined
  readonly note?: string | undefined
}

/** 可核查的行: rubric rows and lists. */
export function rowsOf({ rubrics, lists }: Document): readonly RowDocument[] {
  return [...(rubrics ?? []).flatMap(rubric => rubric.rows), ...(lists ?? [])]
}

/** 是否要评定分值. */
export function asksAmount({ form }: RuleDocument): boolean {
  return form === 'discretionary' || form === 'range'
}

/** 是否要分档. */
export function asksLevel(rule: RuleDocument): boolean {
  return levelsOf(rule).length > 0
}

/** 各档. */
export function levelsOf(rule: RuleDocument): readonly { readonly id: string; readonly name: string }[] {
  return 'levels' in rule ? (rule.levels ?? []) : []
}

/** 填好的核查情况; `undefined` while something that the rule asks for is missing. */
export function toFinding(draft: FindingDraft, rule: RuleDocument | undefined): FindingBody | undefined {
  const { unit, row, count, amount, level, quarter, note } = draft
  if (unit === undefined || row === undefined || rule === undefined) return undefined
  if (asksAmount(rule) && amount === undefined) return undefined
  if (asksLevel(rule) && level === undefined) return undefined
  return {
    unit,
    row,
    rule: rule.id,
    count,
    ...(asksAmount(rule) ? { amount: amount! } : {}),
    ...(asksLevel(rule) ? { level: level! } : {}),
    quarter,
    ...(note === undefined || note.trim() === '' ? {} : { note: note.trim() }),
  }
}
